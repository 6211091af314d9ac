// Allocation with an alignment: the address comes back through a pointer.
#include <stdlib.h>
static double *aligned(int n) {
  void *p;
  return posix_memalign(&p, 32, n * sizeof(double)) == 0 ? p : NULL;
}
double squares(const double *x, int n) {
  double *a = aligned(n), *b = aligned_alloc(32, 32 * n), sum = 0;
  if (!a || !b) abort();
  for (int i = 0; i < n; i++) a[i] = x[i] * x[i], b[i] = a[i] * x[0];
  for (int i = 0; i < n; i++) sum += a[i] * b[n - 1 - i];
  free(a), free(b);
  return sum;
}
// function: squares
// at: x = [0.3, 0.65, 0.81], n = 3
// gradient: finite-differences
// feature: heap
