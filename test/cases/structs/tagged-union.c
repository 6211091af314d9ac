// A tagged union of a double and an int, by value and on the heap.
#include <math.h>
#include <stdlib.h>
typedef struct { int tag; union { double d; unsigned i; } u; } cell;
static __attribute__((noinline)) cell real(double d) { cell c; c.tag = 0; c.u.d = d; return c; }
static __attribute__((noinline)) cell whole(unsigned i) { cell c; c.tag = 1; c.u.i = i; return c; }
static __attribute__((noinline)) double value(cell c) { return c.tag ? c.u.i : c.u.d; }
static __attribute__((noinline)) cell times(cell a, cell b) {
  if (a.tag && b.tag) return whole(a.u.i * b.u.i);
  return real(value(a) * value(b));
}
double product(const double *x, int n) {
  cell *stack = malloc(n * sizeof *stack);
  for (int i = 0; i < n; i++) stack[i] = i % 2 ? whole(i) : real(x[i]);
  cell sum = stack[0];
  for (int i = 1; i < n; i++) { cell t = times(sum, stack[i]); stack[i - 1] = t; sum = t; }
  double r = value(sum) + value(stack[1]);
  free(stack);
  return r;
}
// function: product
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: struct-by-value
