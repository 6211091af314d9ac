// Derivatives of derivatives with arrays, loops, memory of their own, calls and recursion: each way of nesting gives the same Hessian.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_const, enzyme_dup, enzyme_dupnoneed, enzyme_width, enzyme_dupv;
void __enzyme_autodiff(void *, ...);
void __enzyme_fwddiff(void *, ...);
double __enzyme_fwddiff_number(void *, ...);
enum { n = 4 };

__attribute__((noinline)) static double tail(const double *x, int k) { return k <= 0 ? 1 : x[k - 1] * x[k - 1] + sin(x[k - 1]) * tail(x, k - 1); }
__attribute__((noinline)) static double f(double *x) {
  double *v = malloc(n * sizeof *v), s = 0;
  memcpy(v, x, n * sizeof *v);
  for (int i = 0; i < n; i++)
    for (double w = v[i]; fabs(w) < 2; w = w * w + 0.5) {
      if (w > 1) v[i] += v[(i + 1) % n] * w;
      else s += exp(w) * v[(i + 2) % n];
    }
  for (int i = 0; i < n; i++) s += v[i] * v[(i + 1) % n];
  free(v);
  return s * tail(x, n);
}
static void gradient(double *x, double *dx) { __enzyme_autodiff((void *)f, enzyme_dup, x, dx); }
static double slope(double *x, double *v) { return __enzyme_fwddiff_number((void *)f, enzyme_dup, x, v); }

static int close(double a, double b) { return fabs(a - b) <= 1e-9 * (fabs(a) + fabs(b) + 1); }
int main(void) {
  double x[n] = {0.3, 0.8, -0.4, 1.1}, hessian[n][n], h = 1e-5;
  int forward = 1, vector = 1, backward = 1, tangents = 1, differences = 1;
  double seeds[n][n] = {{0}}, results[n][n];
  for (int i = 0; i < n; i++) seeds[i][i] = 1;
  for (int i = 0; i < n; i++) { // forward over reverse
    double dx[n] = {0};
    memset(hessian[i], 0, sizeof hessian[i]);
    __enzyme_fwddiff((void *)gradient, enzyme_dup, x, seeds[i], enzyme_dup, dx, hessian[i]);
  }
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) forward &= close(hessian[i][j], hessian[j][i]);
  for (int i = 0; i < n; i++) { // against differences of gradients
    double up[n], down[n], du[n] = {0}, dd[n] = {0};
    memcpy(up, x, sizeof x), memcpy(down, x, sizeof x);
    up[i] += h, down[i] -= h;
    gradient(up, du), gradient(down, dd);
    for (int j = 0; j < n; j++) differences &= fabs((du[j] - dd[j]) / (2 * h) - hessian[i][j]) < 1e-5 * (1 + fabs(hessian[i][j]));
  }
  { // vector forward over reverse
    double dx[n] = {0};
    memset(results, 0, sizeof results);
    __enzyme_fwddiff((void *)gradient, enzyme_width, 4, enzyme_dupv, sizeof seeds[0], x, seeds, enzyme_dupv, sizeof results[0], dx, results);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) vector &= close(results[i][j], hessian[i][j]);
  }
  for (int i = 0; i < n; i++) { // reverse over reverse
    double dx[n] = {0}, row[n] = {0}, seed[n] = {0};
    seed[i] = 1;
    __enzyme_autodiff((void *)gradient, enzyme_dup, x, row, enzyme_dup, dx, seed);
    for (int j = 0; j < n; j++) backward &= close(row[j], hessian[i][j]);
  }
  for (int i = 0; i < n; i++) { // reverse over forward
    double row[n] = {0}, dv[n] = {0};
    __enzyme_autodiff((void *)slope, enzyme_dup, x, row, enzyme_dup, seeds[i], dv);
    for (int j = 0; j < n; j++) tangents &= close(row[j], hessian[i][j]);
  }
  printf("%d %d %d %d %d\n", forward, differences, vector, backward, tangents);
}
// prints: 1 1 1 1 1
// feature: nested
