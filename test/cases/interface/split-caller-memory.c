// The tape in memory of the caller, pulled back more than once; what a pointer returned by the function points to.
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_out, enzyme_tape, enzyme_allocated, enzyme_nofree, enzyme_not_overwritten, enzyme_const_return,
  enzyme_noret, enzyme_dup_return, enzyme_active_return;
unsigned long __enzyme_augmentsize(void *, ...);
double __enzyme_augmentfwd_value(void *, ...);
struct augmented { void *tape; double value; } __enzyme_augmentfwd_both(void *, ...);
struct pointers { void *tape; double *primal, *shadow; } __enzyme_augmentfwd_pointer(void *, ...);
void *__enzyme_augmentfwd(void *, ...);
void __enzyme_reverse(void *, ...);
double __enzyme_reverse_number(void *, ...);

__attribute__((noinline)) static double polynomial(const double *c, int n, double x) {
  double y = 0;
  for (int i = n - 1; i >= 0; i--) y = y * x + c[i];
  return y * y;
}
__attribute__((noinline)) static double *largest(double *x, int n) {
  double *best = x;
  for (int i = 1; i < n; i++) if (x[i] > *best) best = x + i;
  *best *= *best;
  return best;
}

volatile int three = 3;
int main(void) {
  double c[3] = {1, 2, 3}, dc[3] = {0};
  int n = three;
  unsigned long size = __enzyme_augmentsize((void *)polynomial, enzyme_dup, enzyme_const, enzyme_out);
  void *tape = malloc(size);
  double value = __enzyme_augmentfwd_value((void *)polynomial, enzyme_tape, tape, enzyme_allocated, 512, enzyme_dup, c, dc, enzyme_const, n, enzyme_out, 2.0);
  c[0] = c[1] = c[2] = 0;
  double dx = 0;
  for (int k = 1; k <= 2; k++)
    dx += __enzyme_reverse_number((void *)polynomial, enzyme_nofree, enzyme_tape, tape, enzyme_dup, c, dc, enzyme_const, n, 2.0, 1.0 * k);
  printf("%d %g %g %g %g %g\n", size >= 24 && size <= 512, value, dx, dc[0], dc[1], dc[2]);
  dx = __enzyme_reverse_number((void *)polynomial, enzyme_tape, tape, enzyme_allocated, 512, enzyme_dup, c, dc, enzyme_const, n, 2.0, -3.0);
  printf("%g %g %g %g\n", dx, dc[0], dc[1], dc[2]);
  free(tape);

  // What the caller promises not to overwrite need not be kept.
  c[0] = 1, c[1] = 2, c[2] = 3;
  struct augmented kept = __enzyme_augmentfwd_both((void *)polynomial, enzyme_not_overwritten, c, dc, n, 2.0);
  dx = __enzyme_reverse_number((void *)polynomial, enzyme_not_overwritten, c, dc, n, 2.0, 1.0, kept.tape);
  printf("%g %g %g %g %g\n", kept.value, dx, dc[0], dc[1], dc[2]);

  double x[3] = {1, 5, 3}, d[3] = {0};
  struct pointers found = __enzyme_augmentfwd_pointer((void *)largest, enzyme_dup_return, x, d, n);
  printf("%ld %ld %g\n", found.primal - x, found.shadow - d, x[1]);
  *found.shadow = 1;
  __enzyme_reverse((void *)largest, enzyme_dup_return, x, d, n, found.tape);
  printf("%g %g %g\n", d[0], d[1], d[2]);

  // Only the tape: of a function whose result does not count there is no seed.
  dc[0] = dc[1] = dc[2] = 0;
  void *plain = __enzyme_augmentfwd((void *)polynomial, enzyme_noret, c, dc, n, 2.0);
  printf("%g", __enzyme_reverse_number((void *)polynomial, enzyme_noret, c, dc, n, 2.0, plain));
  plain = __enzyme_augmentfwd((void *)polynomial, enzyme_const_return, c, dc, n, 2.0);
  printf(" %g %g\n", __enzyme_reverse_number((void *)polynomial, enzyme_const_return, c, dc, n, 2.0, plain), dc[1]);
}
// prints: 1 289 1428 102 204 408
// prints: -1428 0 0 0
// prints: 289 476 34 68 136
// prints: 1 1 25
// prints: 0 10 0
// prints: 0 0 0
// modes: split
// feature: split
