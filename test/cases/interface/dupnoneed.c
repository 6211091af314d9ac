// enzyme_dupnoneed: only the derivative of an output is wanted.
#include <stdio.h>
extern int enzyme_dup, enzyme_dupnoneed, enzyme_const;
static void f(const double *x, double *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] * x[i]; }
void __enzyme_autodiff(void *, ...);
void __enzyme_fwddiff(void *, ...);
int main(void) {
  double x[2] = {3, 4}, dx[2] = {0, 0}, y[2] = {0, 0}, dy[2] = {1, 1};
  __enzyme_autodiff((void *)f, enzyme_dup, x, dx, enzyme_dupnoneed, y, dy, enzyme_const, 2);
  printf("%g %g\n", dx[0], dx[1]);
  double tx[2] = {1, 0.5}, ty[2] = {9, 9};
  __enzyme_fwddiff((void *)f, enzyme_dup, x, tx, enzyme_dupnoneed, y, ty, enzyme_const, 2);
  printf("%g %g\n", ty[0], ty[1]);
}
// prints: 6 8
// prints: 6 4
// feature: activity
