// A permutation that is shuffled in place decides what is read: integers of the past are needed too.
#include <math.h>
#include <stdlib.h>
double shuffled(const double *x, int n) {
  int *p = malloc((size_t)n * sizeof *p);
  double *y = malloc((size_t)n * sizeof *y), *z = malloc((size_t)n * sizeof *z);
  for (int i = 0; i < n; i++) p[i] = i, y[i] = x[i];
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) sum += sin(y[p[j]] * (i + 1)) * y[p[(i + j) % n]];
      z[i] = sum;
    }
    for (int i = 0; i + 1 < n; i++) {
      int k = p[i];
      p[i] = p[i + 1], p[i + 1] = k;
    }
    double *other = y;
    y = z, z = other;
  }
  double s = 0;
  for (int i = 0; i < n; i++) s += y[p[i]] * (i + 1);
  free(p), free(y), free(z);
  return s;
}
// function: shuffled
// at: x = [0.1, -0.3, 0.2], n = 3
// gradient: finite-differences
// feature: heap
