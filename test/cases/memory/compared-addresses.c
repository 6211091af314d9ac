// Two local buffers that change places every step, and a branch that asks which is which: the reverse sweep, for which the
// buffers are gone, must not ask again. Once in the function itself, once in a callee that is given their addresses.
#include <math.h>
__attribute__((noinline)) static void step(const double *from, double *to, const double *first, double x) {
  if (from == first) to[0] = from[0] * x + to[0]; else to[0] = sin(from[0]) * from[1];
}
double pingpong(double x, int n) {
  double a[2] = {x, 1}, b[2] = {1, x};
  double *p = a, *q = b;
  for (int i = 0; i < n; i++) {
    if (p == a) q[0] = p[0] * x + q[0]; else q[0] = sin(p[0]) * p[1];
    double *t = p; p = q; q = t;
    step(p, q, a, x);
  }
  return p[0] + q[0];
}
// function: pingpong
// at: x = 0.7, n = 5
// gradient: finite-differences
// feature: pointers
