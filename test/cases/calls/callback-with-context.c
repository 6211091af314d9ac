// A quadrature that calls back with a context. The contexts are structs of different shapes.
#include <math.h>
typedef double (*integrand)(double t, void *context);
static double trapezoid(integrand g, void *context, double a, double b, int n) __attribute__((noinline));
static double trapezoid(integrand g, void *context, double a, double b, int n) {
  double sum = 0.5 * (g(a, context) + g(b, context)), h = (b - a) / n;
  for (int i = 1; i < n; i++) sum += g(a + i * h, context);
  return sum * h;
}
struct polynomial { int degree; const double *c; };
struct wave { double amplitude, omega; int evaluations; };
static double polynomial(double t, void *context) {
  const struct polynomial *p = context;
  double s = 0;
  for (int i = p->degree; i >= 0; i--) s = s * t + p->c[i];
  return s * s;
}
static double wave(double t, void *context) {
  struct wave *w = context;
  w->evaluations++;
  return w->amplitude * sin(w->omega * t);
}
double f(double *c, double omega, int degree, int n) {
  struct polynomial p = {degree, c};
  struct wave w = {c[0], omega, 0};
  return trapezoid(polynomial, &p, 0, omega, n) * trapezoid(wave, &w, -1, 2, n) + w.evaluations;
}
// function: f
// at: c = [0.8, 0.35, -0.1, -0.55], omega = 1.4, degree = 3, n = 8
// gradient: finite-differences
// feature: function-pointers
