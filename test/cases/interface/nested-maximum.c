// Second derivatives through a loop that chooses a maximum, of which the iteration is kept.
#include <math.h>
#include <stdio.h>
void __enzyme_autodiff(void *, ...);
void __enzyme_fwddiff(void *, ...);
static double f(const double *x, int n) {
  double row[3] = {0}, s = 0;
  for (int t = 0; t < n; t++) {
    double most = -1e300;
    for (int k = 0; k < 3; k++) most = row[k] > most ? row[k] : most;
    s += most * x[0];
    row[0] = x[t], row[1] = x[2] * x[t], row[2] = s;
  }
  return row[0] + 2 * row[1] - row[2];
}
static void gradient(const double *x, double *g, int n) { __enzyme_autodiff((void *)f, x, g, n); }
static double along(const double *x, const double *v, int n) {
  double g[4] = {0}, s = 0;
  gradient(x, g, n);
  for (int i = 0; i < n; i++) s += g[i] * v[i];
  return s;
}
int main(void) {
  double x[4] = {0.3, 1.1, -0.8, 1.7}, v[4] = {1, -2, 0.5, 3}, g[4] = {0}, forward[4] = {0}, reverse[4] = {0}, dv[4] = {0}, e = 1e-5;
  __enzyme_fwddiff((void *)gradient, x, v, g, forward, 4);
  __enzyme_autodiff((void *)along, x, reverse, v, dv, 4);
  for (int i = 0; i < 4; i++) {
    double up[4], down[4];
    for (int k = 0; k < 4; k++) up[k] = x[k] + (k == i) * e, down[k] = x[k] - (k == i) * e;
    double difference = (along(up, v, 4) - along(down, v, 4)) / (2 * e);
    printf("%d %d\n", fabs(forward[i] - difference) < 1e-7, fabs(reverse[i] - difference) < 1e-7);
  }
}
// prints: 1 1
// prints: 1 1
// prints: 1 1
// prints: 1 1
// feature: nested
