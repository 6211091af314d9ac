// Several active numbers come back as a struct, with the primal result in front where it is asked for.
#include <stdio.h>
static double f(double x, double y) { return x * x * y; }
extern int enzyme_primal_return;
struct two { double x, y; } __enzyme_autodiff_two(void *, ...);
struct three { double value, x, y; } __enzyme_autodiff_three(void *, ...);
struct pair { double value, tangent; } __enzyme_fwddiff_pair(void *, ...);
double __enzyme_fwddiff(void *, ...);
int main(void) {
  struct two two = __enzyme_autodiff_two((void *)f, 3.0, 5.0);
  printf("%g %g\n", two.x, two.y);
  struct three three = __enzyme_autodiff_three((void *)f, enzyme_primal_return, 3.0, 5.0);
  printf("%g %g %g\n", three.value, three.x, three.y);
  printf("%g\n", __enzyme_fwddiff((void *)f, 3.0, 1.0, 5.0, 0.0));
  struct pair pair = __enzyme_fwddiff_pair((void *)f, enzyme_primal_return, 3.0, 1.0, 5.0, 0.0);
  printf("%g %g\n", pair.value, pair.tangent);
}
// prints: 30 9
// prints: 45 30 9
// prints: 30
// prints: 45 30
// feature: activity
