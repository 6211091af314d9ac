// An allocator with a context: the deallocator takes the arena, the block and its size.
#include <stdio.h>
#include <stdlib.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
struct arena { long live, bytes; };
static struct arena arena;
static void *arena_take(struct arena *a, unsigned n) { a->live++; a->bytes += n; return malloc(n); }
static void arena_give(unsigned n, void *p, struct arena *a) { a->live--; a->bytes -= n; free(p); }
void *__enzyme_allocation_like_arena[] = {(void *)arena_take, (void *)1, (void *)"1,-1,0", (void *)arena_give};
static double f(double x, int n) {
  double *a = arena_take(&arena, n * sizeof(double)), s = 0;
  for (int i = 0; i < n; i++) a[i] = i ? a[i - 1] * x : x;
  for (int i = 0; i < n; i++) s += a[i] * a[i];
  arena_give(n * sizeof(double), a, &arena);
  return s;
}
volatile double x = 1;
int main(void) {
  printf("%g %g\n", __enzyme_autodiff((void *)f, x, 3), __enzyme_fwddiff((void *)f, x, 1.0, 3));
  printf("%ld %ld\n", arena.live, arena.bytes);
}
// prints: 12 12
// prints: 0 0
// feature: allocation-like
