// Powers of two multiplied in by adding to the exponent through the bits of the number, in double and in float.
#include <math.h>
#include <stdint.h>
#include <string.h>
static double scaled(double x, int k) {
  union { double number; uint64_t bits; } u = {x};
  u.bits += (uint64_t)(k + 2) << 52;
  return u.number;
}
static double halved(double x) {
  int64_t bits;
  memcpy(&bits, &x, 8);
  bits -= INT64_C(1) << 52;
  memcpy(&x, &bits, 8);
  return x;
}
static float lowered(float x, int k) {
  uint32_t bits;
  memcpy(&bits, &x, 4);
  bits -= (uint32_t)k << 23;
  memcpy(&x, &bits, 4);
  return x;
}
double exponent_sums(const double *x, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += sin(scaled(x[i], -i)) + halved(x[i] * x[i]) * (double)lowered(6.0f, i) + (double)lowered((float)n, 1) * x[0];
  return sum;
}
// since: 22
// function: exponent_sums
// at: x = [0.55, 0.35, -0.85, 1.4], n = 4
// gradient: finite-differences
// feature: bits
