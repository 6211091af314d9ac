program strings
  implicit none
  character(20) :: name
  character(:), allocatable :: long
  integer :: i, n
  name = 'fortran'
  long = trim(name) // ' and more'
  do i = 1, len(long)
    if (long(i:i) == ' ') long(i:i) = '_'
  end do
  write (*, '(a, i4, i4)') long, len_trim(name), index(long, 'more')
  name = '42'
  read (name, *) n
  write (name, '(i0, a, es12.4)') n, ':', 3.14159d0
  print '(a)', adjustl(name)
  select case (name(1:1))
  case ('0':'3')
    print *, 'small'
  case default
    print *, 'large'
  end select
end program
