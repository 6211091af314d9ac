// Several requests in one file, in both modes, of the same function with different activity.
#include <stdio.h>
extern int enzyme_const, enzyme_out, enzyme_dup;
__attribute__((noinline)) static double g(double x, double y) { return x * x * x * y; }
static double h(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += g(x[i], i + 1.0); return s; }
double __enzyme_autodiff_g(void *, ...);
double __enzyme_autodiff_h(void *, ...);
double __enzyme_fwddiff_h(void *, ...);
int main(void) {
  double x[3] = {1, 2, 3}, dx[3] = {0};
  printf("%g\n", __enzyme_autodiff_g((void *)g, enzyme_out, 2.0, enzyme_const, 5.0));
  printf("%g\n", __enzyme_autodiff_g((void *)g, enzyme_const, 2.0, enzyme_out, 5.0));
  __enzyme_autodiff_h((void *)h, enzyme_dup, x, dx, enzyme_const, 3);
  printf("%g %g %g\n", dx[0], dx[1], dx[2]);
  double seed[3] = {0, 1, 0};
  printf("%g\n", __enzyme_fwddiff_h((void *)h, enzyme_dup, x, seed, enzyme_const, 3));
}
// prints: 60
// prints: 8
// prints: 3 24 81
// prints: 24
// feature: activity, calls
