// Arrays that are read more often than they are overwritten, by copies, moves and fills of blocks: the reverse sweep gives
// them back what they held.
#include <stdlib.h>
#include <string.h>
double rounds(const double *x, int n, int count) {
  double *a = malloc((size_t)n * sizeof *a), *b = malloc((size_t)n * sizeof *b), c[8] = {0};
  double s = 0;
  for (int i = 0; i < n; i++) a[i] = x[i];
  for (int round = 0; round < count; round++) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) sum += x[(i + j) % n] * a[(i * 3 + j) % n] * a[j];
      b[i] = sum / (1 + sum * sum);
    }
    memcpy(a, b, (size_t)n * sizeof *a);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) c[i] += a[j] * x[i] * c[j];
    if (round % 2) memmove(c + 1, c, (size_t)(n - 1) * sizeof *c);
    else memset(c + 1, 0, 2 * sizeof *c);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) s += c[i] * c[j] * x[j];
    memcpy(c, x + round % n, sizeof *c);
  }
  free(a);
  free(b);
  return s;
}
// function: rounds
// at: x = [0.3, -0.6, 0.8, 1.1], n = 4, count = 3
// gradient: finite-differences
// feature: heap
