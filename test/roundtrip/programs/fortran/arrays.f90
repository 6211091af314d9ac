program arrays
  implicit none
  real(8), allocatable :: a(:,:), b(:)
  integer :: i, j
  allocate(a(6, 4), b(4))
  do j = 1, 4
    do i = 1, 6
      a(i, j) = i * 0.5d0 - j
    end do
  end do
  b = sum(a * a, dim=1)
  print '(4f10.4)', b
  print '(2i6)', maxloc(b), count(a > 0)
  print '(6f8.3)', matmul(a, b)
  a(2:4, :) = transpose(reshape([(real(i, 8), i = 1, 12)], [4, 3]))
  print '(f10.3)', a(3, 2)
  deallocate(a, b)
end program
