// The gradient of Rosenbrock's banana function.
//   ribozyme run examples/rosenbrock.c
//   ribozyme grad examples/rosenbrock.c rosenbrock 1 2
#include <stdio.h>

double rosenbrock(double x, double y) {
  double a = 1 - x, b = y - x * x;
  return a * a + 100 * b * b;
}

// Declared, never defined: Ribozyme replaces the call by the derivative of its first argument.
// Two numbers go in, so two derivatives come out.
struct gradient { double dx, dy; };
struct gradient __enzyme_autodiff(void *, ...);

int main(void) {
  double x = 1, y = 2;
  struct gradient g = __enzyme_autodiff((void *)rosenbrock, x, y);
  printf("value    %.10g\n", rosenbrock(x, y));
  printf("gradient %.10g %.10g\n", g.dx, g.dy);
}
