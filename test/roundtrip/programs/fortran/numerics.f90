module solver
  implicit none
  integer, parameter :: wp = kind(1d0)
  interface norm
    module procedure norm1, norm2d
  end interface
contains
  pure real(wp) function norm1(x)
    real(wp), intent(in) :: x(:)
    norm1 = sqrt(dot_product(x, x))
  end function
  pure real(wp) function norm2d(a)
    real(wp), intent(in) :: a(:, :)
    norm2d = maxval(sum(abs(a), dim=2))
  end function
  subroutine gauss(a, b)
    real(wp), intent(inout) :: a(:, :), b(:)
    integer :: i, j, n, p
    real(wp) :: t(size(b) + 1)
    n = size(b)
    do i = 1, n
      p = i - 1 + maxloc(abs(a(i:, i)), dim=1)
      if (p /= i) then
        t(:n) = a(i, :); a(i, :) = a(p, :); a(p, :) = t(:n)
        t(1) = b(i); b(i) = b(p); b(p) = t(1)
      end if
      do j = i + 1, n
        b(j) = b(j) - a(j, i) / a(i, i) * b(i)
        a(j, i:) = a(j, i:) - a(j, i) / a(i, i) * a(i, i:)
      end do
    end do
    do i = n, 1, -1
      b(i) = (b(i) - dot_product(a(i, i + 1:), b(i + 1:))) / a(i, i)
    end do
  end subroutine
end module
program main
  use solver
  implicit none
  real(wp) :: a(4, 4), b(4)
  integer :: i, j
  forall (i = 1:4, j = 1:4) a(i, j) = 1d0 / (i + j) + merge(1, 0, i == j)
  b = [1, 2, 3, 4]
  print '(f12.8)', norm(a)
  call gauss(a, b)
  print '(4f12.8, f12.8)', b, norm(b)
end program
