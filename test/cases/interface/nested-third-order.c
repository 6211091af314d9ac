// Three levels, with arrays, a loop of unknown length, a global, and halves of a derivative within a differentiated function.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_width;
void __enzyme_autodiff(void *, ...);
double __enzyme_autodiff_number(void *, ...);
void __enzyme_fwddiff(void *, ...);
double __enzyme_fwddiff_number(void *, ...);
struct augmented { void *tape; double value; } __enzyme_augmentfwd(void *, ...);
double __enzyme_reverse(void *, ...);
typedef struct { double lane[3]; } lanes;
lanes __enzyme_fwddiff_lanes(void *, ...);

static double factor;
__attribute__((noinline)) static double f(double *p) { // x³y² e^(x y), at x = p[0], y = p[1]
  double *power = malloc(4 * sizeof *power);
  power[0] = 1;
  int i = 0;
  do { power[i + 1] = power[i] * p[0]; i++; } while (i < 3);
  factor = exp(p[0] * p[1]);
  double r = power[3] * p[1] * p[1] * factor;
  free(power);
  return r;
}
static void reverse(double *p, double *dp) { __enzyme_autodiff((void *)f, p, dp); }
static void forward(double *p, double *v, double *out) { *out = __enzyme_fwddiff_number((void *)f, p, v); }
// The second derivative along u and v, by forward over reverse and by reverse over forward.
static double forward_reverse(double *p, double *u, double *v) {
  double g[2] = {0, 0}, h[2] = {0, 0};
  __enzyme_fwddiff((void *)reverse, p, u, g, h);
  return h[0] * v[0] + h[1] * v[1];
}
static double reverse_forward(double *p, double *u, double *v) {
  double out = 0, seed = 1, row[2] = {0, 0}, ignored[2] = {0, 0};
  __enzyme_autodiff((void *)forward, p, row, u, ignored, &out, &seed);
  return row[0] * v[0] + row[1] * v[1];
}
static double reverse_reverse(double *p, double *u, double *v) {
  double g[2] = {0, 0}, seed[2] = {u[0], u[1]}, row[2] = {0, 0};
  __enzyme_autodiff((void *)reverse, p, row, g, seed);
  return row[0] * v[0] + row[1] * v[1];
}
static void third(double *out, double (*unused)(void), double *p, double *u, double *v, double *w) {
  double zero[2] = {0, 0}, row[2] = {0, 0};
  out[0] = __enzyme_fwddiff_number((void *)forward_reverse, p, w, enzyme_const, u, enzyme_const, v);
  out[1] = __enzyme_fwddiff_number((void *)reverse_forward, p, w, u, zero, enzyme_const, v);
  out[2] = __enzyme_fwddiff_number((void *)reverse_reverse, p, w, u, zero, enzyme_const, v);
  __enzyme_autodiff((void *)forward_reverse, p, row, enzyme_const, u, enzyme_const, v);
  out[3] = row[0] * w[0] + row[1] * w[1];
}
static double g(double x) { double t = 1; for (int i = 1; i < 4; i++) t = t * x + sin(x * i); return t; }
static double slope(double x) { struct augmented a = __enzyme_augmentfwd((void *)g, x); return a.value + __enzyme_reverse((void *)g, x, 1.0, a.tape); }
static double polynomial(double x, double y, double z) { return x * x * y + y * z * z * z; }
static double gradient_z(double x, double y, double z) { return __enzyme_autodiff_number((void *)polynomial, enzyme_const, x, enzyme_const, y, z); }

int main(void) {
  double p[2] = {0.5, 0.75}, u[2] = {1, -2}, v[2] = {0.5, 3}, w[2] = {-1, 0.25}, t[4], h = 1e-5;
  third(t, 0, p, u, v, w);
  double up[2] = {p[0] + h * w[0], p[1] + h * w[1]}, down[2] = {p[0] - h * w[0], p[1] - h * w[1]};
  double difference = (forward_reverse(up, u, v) - forward_reverse(down, u, v)) / (2 * h);
  for (int i = 0; i < 4; i++) printf("%d", fabs(t[i] - difference) < 1e-6 * fabs(difference));
  printf(" %d\n", fabs(t[0] - t[3]) < 1e-10);
  double x = 0.3, d = __enzyme_autodiff_number((void *)slope, x), e = __enzyme_fwddiff_number((void *)slope, x, 1.0);
  printf("%d %d\n", fabs(d - e) < 1e-12, fabs((slope(x + h) - slope(x - h)) / (2 * h) - d) < 1e-7);
  lanes l = __enzyme_fwddiff_lanes((void *)gradient_z, enzyme_width, 3, 2.0, 1.0, 0.0, 0.0, 3.0, 0.0, 1.0, 0.0, 4.0, 0.0, 0.0, 1.0);
  printf("%g %g %g\n", l.lane[0], l.lane[1], l.lane[2]);
}
// prints: 1111 1
// prints: 1 1
// prints: 0 48 72
// feature: nested
