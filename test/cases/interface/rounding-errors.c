// Bounds of rounding errors: those of the inputs grow with the derivatives, and every operation adds half a unit in the last place.
#include <math.h>
#include <stdio.h>
extern int enzyme_const, enzyme_width, enzyme_primal_return;
double __enzyme_error_estimate(void *, ...);
float __enzyme_error_estimate_float(void *, ...);
void __enzyme_error_estimate_void(void *, ...);
static double product(double x, double y) { return x * y; }
static double same(double x, double y) { return fmax(-x, fabs(y)); }
static float third(float x) { return x / 3; }
static float narrow(double x) { return (float)x; }
__attribute__((noinline)) static double harmonic(double scale, int n) {
  double s = 0;
  for (int i = n; i > 0; i--) s += scale / i;
  return s;
}
__attribute__((noinline)) static float harmonic_float(float scale, int n) {
  float s = 0;
  for (int i = n; i > 0; i--) s += scale / i;
  return s;
}
static double cancel(double x) { return (1 + x) - 1; }
__attribute__((noinline)) static void squares(const double *x, double *y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] * x[i]; }
int main(void) {
  double u = 0x1p-53;
  printf("%d", __enzyme_error_estimate((void *)product, 3.0, 0.5, 4.0, 0.25) == 4 * 0.5 + 3 * 0.25 + 12 * u);
  printf("%d", __enzyme_error_estimate((void *)product, 3.0, 0.0, -4.0, -0.25) == 3 * 0.25 + 12 * u);
  printf("%d", __enzyme_error_estimate((void *)same, 3.0, 0.5, -4.0, 0.25) == 0.25);
  printf("%d", __enzyme_error_estimate_float((void *)third, 1.0f, 0.0f) == third(1) * 0x1p-24f);
  printf("%d\n", __enzyme_error_estimate_float((void *)narrow, 2.0, 0.0) == 0x1p-23f);
  int n = 1000;
  double actual = fabs(harmonic_float(1, n) - harmonic(1, n)), bound = __enzyme_error_estimate_float((void *)harmonic_float, 1.0f, 0.0f, n);
  printf("%d %d\n", actual <= bound, bound < 200 * actual + 1e-3);
  double lost = fabs(cancel(1e-17) - 1e-17), known = __enzyme_error_estimate((void *)cancel, 1e-17, 0.0);
  printf("%d %d\n", lost <= known, known < 4 * u);
  double x[2] = {2, 3}, ex[2] = {0, 0.125}, y[2], ey[2];
  __enzyme_error_estimate_void((void *)squares, x, ex, y, ey, 2);
  printf("%d %d\n", ey[0] == 4 * u, ey[1] == 0.75 + 9 * u);
}
// prints: 11111
// prints: 1 1
// prints: 1 1
// prints: 1 1
// feature: rounding
