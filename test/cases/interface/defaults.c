// No markers: integers are constant, numbers are outputs (reverse) or come with a tangent (forward), pointers with a shadow.
#include <stdio.h>
static double f(double x, int n, const double *w) { return n * x * x * w[0]; }
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
int main(void) {
  double w[1] = {5}, dw[1] = {0};
  double dx = __enzyme_autodiff((void *)f, 3.0, 2, w, dw);
  printf("%g %g\n", dx, dw[0]);
  dw[0] = 1;
  printf("%g\n", __enzyme_fwddiff((void *)f, 3.0, 1.0, 2, w, dw));
}
// prints: 60 18
// prints: 78
// feature: activity
