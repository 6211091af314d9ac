// Forward mode in two halves: the shadows of arrays of variable length in a long loop are given back.
#include <stdio.h>
struct augmented { void *tape; double value; } __enzyme_augmentfwd(void *, ...);
double __enzyme_fwdsplit(void *, ...);
__attribute__((noinline)) static void twist(double *w, int n, double x) { for (int i = 0; i < n; i++) w[i] = i ? w[i - 1] * 0.5 + x : x * x; }
double f(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < 20000; i++) {
    double w[n + i % 2];
    twist(w, n, x[0]);
    s += w[n - 1];
  }
  return s / 20000;
}
int main(void) {
  volatile int n = 100;
  double x = 3, dx = 1;
  void *tape = __enzyme_augmentfwd((void *)f, &x, &dx, n).tape;
  x = 0;
  printf("%g\n", __enzyme_fwdsplit((void *)f, &x, &dx, n, tape));
}
// prints: 2
// modes: forward
// feature: fwdsplit
