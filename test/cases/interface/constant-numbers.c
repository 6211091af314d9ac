// enzyme_const on a number and on a pointer: no derivative, and no shadow to pass.
#include <stdio.h>
extern int enzyme_const, enzyme_out, enzyme_dup;
static double f(double x, double y, const double *w) { return x * y * w[0] + y * y; }
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
int main(void) {
  double w[1] = {2};
  printf("%g\n", __enzyme_autodiff((void *)f, enzyme_const, 3.0, enzyme_out, 5.0, enzyme_const, w));
  printf("%g\n", __enzyme_fwddiff((void *)f, enzyme_dup, 3.0, 1.0, enzyme_const, 5.0, enzyme_const, w));
}
// prints: 16
// prints: 10
// feature: activity
