// Rows of growing length, copied by a loop that the optimiser turns into block copies of unknown length.
#include <stdlib.h>
double triangle(const double *x, int n) {
  double *l = malloc((size_t)(n * n) * sizeof *l);
  for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) l[i * n + j] = x[i * n + j];
  double s = 1;
  for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) s = s * 0.5 + l[i * n + j] * l[i * n + j];
  free(l);
  return s;
}
// function: triangle
// at: x = [0.3, 9, 9, -0.6, 0.8, 9, 1.1, 0.2, -0.7], n = 3
// gradient: finite-differences
// feature: memory-copy
