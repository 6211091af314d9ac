// Arrays that are overwritten less often than they are read: the reverse sweep gives them back what they held.
#include <math.h>
#include <stdlib.h>
double in_place(const double *x, int n) {
  double *l = malloc((size_t)(n * n) * sizeof *l);
  double row[6], s = 0;
  for (int i = 0; i < n * n; i++) l[i] = x[i % n] * x[i / n] + (i % (n + 1) == 0 ? n : 0);
  for (int j = 0; j < n; j++) {
    for (int k = 0; k < j; k++) l[j * n + j] -= l[j * n + k] * l[j * n + k];
    l[j * n + j] = sqrt(l[j * n + j]);
    for (int i = j + 1; i < n; i++) {
      for (int k = 0; k < j; k++) l[i * n + j] -= l[i * n + k] * l[j * n + k];
      l[i * n + j] /= l[j * n + j];
    }
    for (int k = 0; k < 6; k++) row[k] = j == 0 ? x[k % n] : row[k] * 0.5 + row[5 - k] * l[j * n + j];
    for (int i = 0; i < n; i++) for (int k = 0; k < 6; k++) s += row[k] * row[k] * x[i];
  }
  for (int i = 0; i < n; i++) s += log(l[i * n + i]);
  free(l);
  return s;
}
// function: in_place
// at: x = [0.3, -0.6, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: heap
