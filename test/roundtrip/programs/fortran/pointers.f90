module lists
  implicit none
  type :: node
    integer :: value
    type(node), pointer :: next => null()
  end type
contains
  subroutine push(head, value)
    type(node), pointer, intent(inout) :: head
    integer, intent(in) :: value
    type(node), pointer :: fresh
    allocate (fresh)
    fresh%value = value
    fresh%next => head
    head => fresh
  end subroutine
  real function apply(f, x)
    interface
      real function f(x)
        real, intent(in) :: x
      end function
    end interface
    real, intent(in) :: x
    apply = f(f(x))
  end function
  real function half(x)
    real, intent(in) :: x
    half = x / 2
  end function
  integer function optional_sum(a, b)
    integer, intent(in) :: a
    integer, intent(in), optional :: b
    optional_sum = a
    if (present(b)) optional_sum = a + b
  end function
end module
program main
  use lists
  implicit none
  type(node), pointer :: head, at
  integer :: i
  integer, target :: t(10) = [(i, i = 1, 10)]
  integer, pointer :: p(:)
  nullify (head)
  do i = 1, 4
    call push(head, i * i)
  end do
  at => head
  do while (associated(at))
    print '(i4)', at%value
    at => at%next
  end do
  p => t(2:10:3)
  p = -p
  print '(10i4)', t
  print '(f6.2, 2i4)', apply(half, 10.0), optional_sum(1), optional_sum(1, 2)
end program
