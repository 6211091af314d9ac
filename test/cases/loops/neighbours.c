// Loops that read neighbours: on a ring, with steps of two, through several arrays, with values that are kept, and again
// and again in a loop around them; and some that only look like it, since they also write what they read, or write the
// same place twice.
#include <math.h>
#include <stdlib.h>
static void around(int n, const double *from, double *to) {
  for (int i = 0; i < n; i++) to[i] = from[i > 0 ? i - 1 : n - 1] * from[i] - 2 * from[i < n - 1 ? i + 1 : 0] * from[i] * from[i];
}
double neighbours(const double *x, const double *y, int n, int steps) {
  double *a = malloc((size_t)n * sizeof *a), *b = malloc((size_t)n * sizeof *b), *c = calloc((size_t)n + 2, sizeof *c);
  for (int i = 0; i < n; i++) a[i] = x[i];
  double s = 0;
  for (int step = 0; step < steps; step++) {
    around(n, a, b);
    for (int i = 0; i < n; i++) a[i] += 0.05 * b[i];
    for (int i = 1; i + 1 < n; i += 2) c[i] = a[i - 1] * y[i] + a[i + 1] * y[i - 1] + a[i] * a[i] * y[i + 1];
    for (int i = 0; i + 2 < n; i++) s += c[i] * c[i + 1] - c[i + 2];
    for (int i = 0; i < n; i++) c[i] = sqrt(1 + a[i] * a[i]) * a[n - 1 - i];
    for (int i = 1; i < n; i++) c[i] = 0.5 * (c[i - 1] + c[i]) + 0.1 * a[i - 1] * a[i];
    for (int i = 0; i < n; i++) c[0] = a[i] * a[(i + 1) % n] + y[i];
    for (int i = 0; i + 1 < n; i++) {
      c[i] = a[i] * a[i + 1];
      c[i + 1] = a[i + 1] * y[i] + y[i + 1];
    }
    for (int i = 0; i < n; i++) b[i] = cos(a[i]) * (i > 1 ? y[i - 1] : y[i]) + y[i];
    for (int i = 0; i < n; i++) s += b[i] * c[i];
  }
  free(a);
  free(b);
  free(c);
  return s;
}
// function: neighbours
// at: x = [0.3, -1.2, 0.8, 0.9, 0.5, -0.7, 0.25], y = [0.2, 0.6, -0.4, 1.1, 0.3, -0.9, 0.8], n = 7, steps = 3
// gradient: finite-differences
// feature: nested-loops
