// A tape of code that works in place, read twice; both halves are told that it is not freed yet.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_nofree;
void __enzyme_autodiff(void *, ...);
struct augmented { void *tape; double value; } __enzyme_augmentfwd(void *, ...);
void __enzyme_reverse(void *, ...);
__attribute__((noinline)) double f(const double *x, int n) {
  double *w = malloc(n * sizeof *w), s = 0;
  for (int i = 0; i < n; i++) w[i] = x[i];
  for (int j = 0; j < n; j++) for (int i = j; i < n; i++) w[i] = sin(w[i] * w[j]) + w[j] * 0.3;
  for (int i = 0; i < n; i++) s += w[i] * w[i];
  free(w);
  return s;
}
int main(void) {
  int n = 5; double x[5] = {.3, .7, 1.1, .2, .9}, g[5] = {0}, a[5] = {0}, b[5] = {0};
  __enzyme_autodiff((void *)f, enzyme_dup, x, g, enzyme_const, n);
  void *tape = __enzyme_augmentfwd((void *)f, enzyme_nofree, enzyme_dup, x, a, enzyme_const, n).tape;
  __enzyme_reverse((void *)f, enzyme_nofree, enzyme_dup, x, a, enzyme_const, n, 1.0, tape);
  __enzyme_reverse((void *)f, enzyme_nofree, enzyme_dup, x, b, enzyme_const, n, 1.0, tape);
  int same = 1;
  for (int i = 0; i < n; i++) same &= fabs(g[i] - a[i]) < 1e-14 && fabs(g[i] - b[i]) < 1e-14;
  printf("%d\n", same);
  __enzyme_reverse((void *)f, enzyme_dup, x, b, enzyme_const, n, 0.0, tape);
}
// prints: 1
// modes: split
// feature: split
