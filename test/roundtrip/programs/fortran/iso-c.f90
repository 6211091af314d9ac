module binding
  use iso_c_binding
  implicit none
  type, bind(c) :: pair
    integer(c_int) :: a
    real(c_double) :: b
  end type
  interface
    function strlen(s) bind(c)
      import
      type(c_ptr), value :: s
      integer(c_size_t) :: strlen
    end function
  end interface
contains
  subroutine fill(p) bind(c, name='fill_pair')
    type(pair), intent(out) :: p
    p%a = 5
    p%b = 2.5d0
  end subroutine
end module
program main
  use binding
  implicit none
  type(pair) :: p
  character(kind=c_char), target :: text(6) = ['h', 'e', 'l', 'l', 'o', c_null_char]
  integer(8) :: big
  integer(1) :: tiny
  call fill(p)
  big = ishft(1_8, 40) + ieor(int(p%a, 8), 3_8)
  tiny = int(popcnt(big), 1)
  print '(i4, f8.3, i4, i16, i4)', p%a, p%b, strlen(c_loc(text)), big, tiny
end program
