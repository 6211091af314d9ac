// The addresses of two buffers are combined as integers, as a check of their alignment does.
#include <stdint.h>
__attribute__((noinline)) static double *make(int n) { return malloc(n * sizeof(double)); }
double aligned(const double *x, int n) {
  double *p = make(n), *q = make(n), s = 0;
  for (int i = 0; i < n; i++) p[i] = x[i] * x[i], q[i] = p[i] + x[0];
  if ((((uintptr_t)p | (uintptr_t)q) & 7) != 0) s = 1000 * p[0];
  for (int i = 0; i < n; i++) s += p[i] * q[n - 1 - i];
  free(p), free(q);
  return s;
}
// function: aligned
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: finite-differences
// feature: pointers, heap
