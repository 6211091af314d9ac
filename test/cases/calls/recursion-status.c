// A recursive function that returns a status code: all that it returns are constants, which go through memory and its callers.
#include <math.h>
__attribute__((noinline)) static int solve(double *a, int n, int *code) {
  if (n == 0) { *code = 0; return 0; }
  if (a[n] > 1e6) return 3;
  a[n - 1] += sin(a[n]) * 0.5;
  int status = solve(a, n - 1, code);
  if (status != 0) return status;
  a[n - 1] *= 1.5;
  status = solve(a, n - 1, code);
  *code = status;
  return status;
}
double solved(double *a, int n) {
  int codes[2];
  int status = solve(a, n, codes);
  return a[0] * a[0] + (codes[0] ? 100 : 0) + status;
}
// function: solved
// at: a = [0.3, 0.4, 0.5], n = 2
// gradient: finite-differences
// feature: recursion
