module shapes
  implicit none
  type, abstract :: shape
    character(8) :: label = 'none'
  contains
    procedure(area_of), deferred :: area
  end type
  abstract interface
    real function area_of(self)
      import shape
      class(shape), intent(in) :: self
    end function
  end interface
  type, extends(shape) :: circle
    real :: radius
  contains
    procedure :: area => circle_area
  end type
  type, extends(shape) :: square
    real :: side
  contains
    procedure :: area => square_area
  end type
contains
  real function circle_area(self)
    class(circle), intent(in) :: self
    circle_area = 3 * self%radius**2
  end function
  real function square_area(self)
    class(square), intent(in) :: self
    square_area = self%side * self%side
  end function
end module
program main
  use shapes
  implicit none
  type(circle), target :: c
  type(square), target :: s
  class(shape), pointer :: p
  c%radius = 2; c%label = 'circle'; s%side = 3
  p => c
  print '(a, f8.2)', p%label, p%area()
  p => s
  print '(a, f8.2)', p%label, p%area()
  select type (p)
  type is (circle)
    print *, 'circle'
  class is (square)
    print *, 'square'
  end select
end program
