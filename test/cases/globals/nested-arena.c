// Second derivatives through a static array of bytes from which memory is taken: its shadow is cleared, whatever it holds.
#include <math.h>
#include <stddef.h>
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static char pool[1024];
static size_t used;
static void *take(size_t bytes) { void *at = pool + used; used += (bytes + 15) & ~(size_t)15; return at; }
static double f(const double *x, int n) {
  used = 0;
  double *a = take(n * sizeof *a), *b = take(n * sizeof *b), s = 0;
  int *c = take(n * sizeof *c);
  const double **p = take(n * sizeof *p);
  for (int i = 0; i < n; i++) a[i] = x[i] * x[i], c[i] = i, p[i] = &a[i], b[i] = a[i] * (i ? b[i - 1] : 1);
  for (int i = 0; i < n; i++) s += b[i] * c[i] + *p[i];
  return s;
}
static double tangent(const double *x, const double *v, int n) { return __enzyme_fwddiff((void *)f, x, v, n); }
static void gradient(const double *x, double *g, int n) { __enzyme_autodiff((void *)f, x, g, n); }
static double along(const double *x, const double *v, int n) {
  double g[3] = {0}, s = 0;
  gradient(x, g, n);
  for (int i = 0; i < n; i++) s += g[i] * v[i];
  return s;
}
int main(void) {
  double x[3] = {0.5, -1.5, 2}, v[3] = {1, 2, -1}, h1[3] = {0}, h2[3] = {0}, h3[3] = {0}, g[3] = {0}, w[3] = {0}, e = 1e-5;
  for (int twice = 0; twice < 2; twice++) {
    for (int i = 0; i < 3; i++) h1[i] = h2[i] = h3[i] = 0;
    __enzyme_autodiff((void *)tangent, x, h1, v, w, 3);
    __enzyme_autodiff((void *)along, x, h2, v, w, 3);
    __enzyme_fwddiff((void *)gradient, x, v, g, h3, 3);
  }
  for (int i = 0; i < 3; i++) {
    double up[3], down[3];
    for (int k = 0; k < 3; k++) up[k] = x[k] + (k == i) * e, down[k] = x[k] - (k == i) * e;
    double h = (along(up, v, 3) - along(down, v, 3)) / (2 * e);
    printf("%d %d %d\n", fabs(h1[i] - h) < 1e-6, fabs(h2[i] - h) < 1e-6, fabs(h3[i] - h) < 1e-6);
  }
}
// prints: 1 1 1
// prints: 1 1 1
// prints: 1 1 1
// feature: nested, globals
