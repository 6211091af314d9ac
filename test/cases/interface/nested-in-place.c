// Second derivatives through a nest that works in place: room made at once, numbers and pointers kept, stores undone.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
void __enzyme_autodiff(void *, ...);
void __enzyme_fwddiff(void *, ...);
extern int enzyme_const, enzyme_dup;
__attribute__((noinline)) static double f(const double *x, const int *index, int n) {
  double *work = malloc(n * sizeof *work), *rows[4];
  for (int i = 0; i < n; i++) work[i] = x[i] * (1 + 0.1 * i);
  for (int k = 0; k < 4; k++) { rows[k] = malloc(n * sizeof(double)); for (int i = 0; i < n; i++) rows[k][i] = work[i] + k; }
  for (int j = 0; j < n; j++)
    for (int i = j; i < n; i++) {
      int at = index[i];
      double *row = rows[at & 3];
      double a = sin(work[i] * row[j]), b = exp(-work[j] * a);
      if (a > 0.2) work[i] = a * b + 0.5 * work[j];
      else row[i] += a * a * b;
    }
  double s = 0;
  for (int i = 0; i < n; i++) s += work[i] * work[i] * rows[i & 3][i];
  for (int k = 0; k < 4; k++) free(rows[k]);
  free(work);
  return s;
}
static void gradient(const double *x, double *g, const int *index, int n) { __enzyme_autodiff((void *)f, enzyme_dup, x, g, enzyme_const, index, enzyme_const, n); }
static double along(const double *x, const double *v, const int *index, int n) {
  double *g = calloc(n, sizeof *g), s = 0;
  gradient(x, g, index, n);
  for (int i = 0; i < n; i++) s += g[i] * v[i];
  free(g);
  return s;
}
int main(void) {
  enum { n = 6 };
  int index[n] = {3, 1, 0, 2, 5, 6};
  double x[n], v[n], h1[n] = {0}, h2[n] = {0}, h3[n] = {0};
  for (int i = 0; i < n; i++) { x[i] = 0.5 + 0.13 * i; v[i] = cos(i); }
  // forward over reverse
  double g[n] = {0};
  __enzyme_fwddiff((void *)gradient, enzyme_dup, x, v, enzyme_dup, g, h1, enzyme_const, index, enzyme_const, n);
  // reverse over reverse
  __enzyme_autodiff((void *)along, enzyme_dup, x, h2, enzyme_const, v, enzyme_const, index, enzyme_const, n);
  // differences
  double e = 1e-5, xp[n], xm[n], gp[n] = {0}, gm[n] = {0};
  for (int i = 0; i < n; i++) { xp[i] = x[i] + e * v[i]; xm[i] = x[i] - e * v[i]; }
  gradient(xp, gp, index, n), gradient(xm, gm, index, n);
  double worst1 = 0, worst2 = 0, scale = 0;
  for (int i = 0; i < n; i++) { h3[i] = (gp[i] - gm[i]) / (2 * e); scale = fmax(scale, fabs(h3[i])); worst1 = fmax(worst1, fabs(h1[i] - h3[i])); worst2 = fmax(worst2, fabs(h1[i] - h2[i])); }
  printf("%s %s\n", worst1 < 1e-6 * scale ? "agrees" : "differs", worst2 < 1e-9 * scale ? "agrees" : "differs");
}
// prints: agrees agrees
// feature: nested
