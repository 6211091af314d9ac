program recursions
  implicit none
  print *, fibonacci(20), ackermann(2, 3)
  call hanoi(4, 1, 3, 2)
contains
  recursive integer function fibonacci(n) result(f)
    integer, intent(in) :: n
    if (n < 2) then
      f = n
    else
      f = fibonacci(n - 1) + fibonacci(n - 2)
    end if
  end function
  recursive integer function ackermann(m, n) result(a)
    integer, value :: m, n
    if (m == 0) then
      a = n + 1
    else if (n == 0) then
      a = ackermann(m - 1, 1)
    else
      a = ackermann(m - 1, ackermann(m, n - 1))
    end if
  end function
  recursive subroutine hanoi(n, from, to, via)
    integer, intent(in) :: n, from, to, via
    if (n == 0) return
    call hanoi(n - 1, from, via, to)
    if (n == 4) print '(a, i2, a, i2)', 'move', from, ' to', to
    call hanoi(n - 1, via, to, from)
  end subroutine
end program
