// The larger of two positive numbers by their bits: an operation on integers that has no derivative.
#include <stdint.h>
#include <string.h>
static double larger(double a, double b) {
  int64_t i, j;
  memcpy(&i, &a, 8);
  memcpy(&j, &b, 8);
  int64_t most = i > j ? i : j;
  double result;
  memcpy(&result, &most, 8);
  return result;
}
double function(const double *x, int n) {
  double most = x[0] * x[0];
  for (int i = 1; i < n; i++) most = larger(most, x[i] * x[i]);
  return most;
}
// since: 16
// function: function
// at: x = [0.3, 1.2, 0.7], n = 3
// error: RZ3001
// says: bits of an active number
// feature: refusals
