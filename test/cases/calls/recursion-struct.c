// A struct with numbers and integers in the same registers, handed up a recursion.
#include <math.h>
struct sums { float a; int n; float b; int m; };
static __attribute__((noinline)) struct sums up(const double *a, int n) {
  if (n == 0) { struct sums none = {1.0f, 0, 0.5f, 0}; return none; }
  struct sums s = up(a, n - 1);
  s.a *= (float)a[n - 1]; s.n++;
  s.b += (float)sin(a[n - 1]) * s.a; s.m += s.n;
  return s;
}
static __attribute__((noinline)) struct sums through(const double *a, int n) {
  if (n > 3) return through(a, n - 1);
  return up(a, n);
}
double summed(const double *a, int n) { struct sums s = through(a, n); return s.a * s.n + s.b * s.m; }
// function: summed
// at: a = [1.3, 0.7, -1.5], n = 3
// gradient: finite-differences
// tolerance: 1e-3
// feature: recursion struct-by-value
