// An allocator that aligns by arithmetic on the address, and keeps what malloc gave in front.
#include <stdint.h>
#include <stdlib.h>
__attribute__((noinline)) static double *allocate(int n, uintptr_t alignment) {
  if (n == 0) return 0;
  char *start = malloc(n * sizeof(double) + alignment + sizeof(void *));
  if (!start) abort();
  uintptr_t address = ((uintptr_t)(start + sizeof(void *)) + alignment - 1) & ~(alignment - 1);
  ((void **)address)[-1] = start;
  return (double *)address;
}
static double *allocate32(int n) {
  void *start = malloc(n * sizeof(double) + 64);
  uintptr_t address = ((uintptr_t)start & ~(uintptr_t)31) + 32;
  ((void **)address)[-1] = start;
  return (double *)address;
}
__attribute__((noinline)) static void release(double *p) { if (p) free(((void **)p)[-1]); }

double function(const double *x, int n) {
  double *squares = allocate(n, 64), *sums = allocate32(n);
  for (int i = 0; i < n; i++) squares[i] = x[i] * x[i];
  for (int i = 0; i < n; i++) sums[i] = (i > 0 ? sums[i - 1] : 0) + squares[i] * x[n - 1 - i];
  double result = sums[n - 1] * squares[0];
  release(squares);
  release(sums);
  return result;
}
// function: function
// at: x = [0.3, 0.7, 1.1], n = 3
// gradient: finite-differences
// feature: heap
