// Reverse mode adds into the shadows of inputs and consumes those of overwritten outputs.
#include <stdio.h>
extern int enzyme_dup, enzyme_const;
static void f(const double *x, double *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] * x[i]; }
void __enzyme_autodiff(void *, ...);
int main(void) {
  double x[3] = {1, 2, 3}, dx[3] = {10, 20, 30}, y[3] = {7, 7, 7}, dy[3] = {1, 0.5, -1};
  for (int k = 0; k < 2; k++) {
    __enzyme_autodiff((void *)f, enzyme_dup, x, dx, enzyme_dup, y, dy, enzyme_const, 3);
    printf("%g %g %g | %g %g %g | %g %g %g\n", dx[0], dx[1], dx[2], y[0], y[1], y[2], dy[0], dy[1], dy[2]);
  }
}
// prints: 12 22 24 | 1 4 9 | 0 0 0
// prints: 12 22 24 | 1 4 9 | 0 0 0
// modes: reverse
// feature: activity
