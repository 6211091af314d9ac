// An allocator and a deallocator of the program's own: the shadow comes from there, and goes there.
#include <stdio.h>
#include <stdlib.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static char pool[1 << 16];
static size_t used;
static int live;
static void *take(int kind, size_t bytes) {
  void *p = pool + used;
  used += (bytes + 15) / 16 * 16;
  for (size_t i = 0; i < bytes; i++) ((char *)p)[i] = 0x7f;
  live += kind;
  return p;
}
static void give(void *p) { live--; }
struct { void *allocate; long size; const char *arguments; void *release; } __enzyme_allocation_like_take = {(void *)take, 1, "-1", (void *)give};
static double f(double x, int n) {
  double *a = take(1, n * sizeof(double));
  for (int i = 0; i < n; i++) a[i] = i ? a[i - 1] * x : x;
  double s = a[n - 1];
  give(a);
  return s;
}
volatile double x = 2;
int main(void) {
  printf("%g %g\n", __enzyme_autodiff((void *)f, x, 4), __enzyme_fwddiff((void *)f, x, 1.0, 4));
  printf("%d %zu\n", live, used);
}
// prints: 32 32
// prints: 0 128
// feature: allocation-like
