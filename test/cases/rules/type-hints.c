// Bytes of unknown type, copied with a length that only the program knows: hints say what they are.
#include <string.h>
void __enzyme_double(void *, ...);
void __enzyme_integer(void *, ...);
__attribute__((noinline)) static void move(void *to, void *from, unsigned long n) {
  __enzyme_double(from);
  memcpy(to, from, n);
}
double f(double *x, int n) {
  double y[4];
  move(y, x, n * sizeof(double));
  return y[0] * y[1] * y[2];
}
// function: f
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: finite-differences
// feature: type-hints
