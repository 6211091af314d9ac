program files
  implicit none
  integer :: unit, i, status
  real :: x
  character(40) :: line
  open (newunit=unit, status='scratch', form='formatted')
  do i = 1, 5
    write (unit, '(i3, f8.3)') i, i * 1.5
  end do
  rewind (unit)
  do
    read (unit, *, iostat=status) i, x
    if (status /= 0) exit
    print '(i3, f9.4)', i, x
  end do
  close (unit)
  write (line, '(3(l1, 1x), b8.8, z6)') .true., .false., i == 5, 37, 48879
  print '(a)', trim(line)
end program
