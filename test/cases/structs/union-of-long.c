// A union of a number and an integer of the same size: whichever is made a number, nothing is lost, not even where it is the other one.
#include <stdint.h>
#include <string.h>
typedef struct { int tag; union { double d; int64_t i; } u; } cell;
static __attribute__((noinline)) double value(const cell *c) { return c->tag ? (double)c->u.i : c->u.d; }
double union_of_long(const double *x, int n) {
  cell cells[4] = {{0}};
  double sum = 0;
  for (int k = 0; k < 3 * n; k++) {
    cell *c = &cells[k * 3 % 4];
    if (k % 3) c->tag = 0, c->u.d = x[k % n] * x[0];
    else c->tag = 1, c->u.i = k - 4;
    cells[k % 4] = *c;
    for (int j = 0; j < 4; j++) sum += value(&cells[j]) * x[j % n];
  }
  union { double d; int64_t i; } log2 = {x[0] * x[1]};
  return sum + (double)log2.i * 0x1p-52 + (double)(int64_t)n;
}
// function: union_of_long
// at: x = [1.5, 0.75, -1.25], n = 3
// gradient: finite-differences
// feature: struct-by-value
