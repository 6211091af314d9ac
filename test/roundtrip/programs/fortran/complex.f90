program complexes
  implicit none
  complex(8) :: z, w
  complex(4) :: v(5)
  integer :: k
  z = (1d0, 2d0); w = exp(z) / (z * conjg(z)) + sqrt(z)
  do k = 1, 5
    v(k) = cmplx(cos(0.5 * k), sin(0.25 * k))
  end do
  print '(2f12.6)', w, sum(v), abs(product(v)), aimag(z**3)
end program
