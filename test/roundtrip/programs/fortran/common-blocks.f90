block data initial
  common /settings/ gain, offset, counts
  real(8) :: gain, offset
  integer :: counts(4)
  data gain, offset, counts /2.5d0, -1d0, 4*7/
end block data
subroutine apply(x, n)
  integer :: n, i
  real(8) :: x(n)
  common /settings/ gain, offset, counts
  real(8) :: gain, offset
  integer :: counts(4)
  save calls
  integer :: calls = 0
  calls = calls + 1
  do i = 1, n
    x(i) = gain * x(i) + offset
    counts(mod(i, 4) + 1) = counts(mod(i, 4) + 1) + calls
  end do
end subroutine
program main
  common /settings/ gain, offset, counts
  real(8) :: gain, offset, x(6) = [1, 2, 3, 4, 5, 6]
  integer :: counts(4), bits
  real :: f
  equivalence (bits, f)
  call apply(x, 6)
  call apply(x, 3)
  f = 1.5
  print '(6f8.2, 4i4, i12)', x, counts, bits
end program
