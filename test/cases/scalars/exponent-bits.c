// Logarithm and exponential taken apart and put together through the bits of the exponent, rounding by a large constant.
#include <math.h>
#include <stdint.h>
#include <string.h>
static double fraction(double x, int *exponent) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  *exponent = (int)((bits >> 52) & 0x7ff) - 1022;
  bits = (bits & 0x800fffffffffffffu) | 0x3fe0000000000000u;
  memcpy(&x, &bits, 8);
  return x;
}
static double logarithm(double x) {
  int exponent;
  double m = fraction(x, &exponent);
  return log(m) + exponent * 0.6931471805599453;
}
static double exponential(double x) {
  double n = x * 1.4426950408889634 + 6755399441055744.0;
  n -= 6755399441055744.0;
  union { double number; uint64_t bits; } power;
  power.bits = (uint64_t)((int)n + 1023) << 52;
  return exp(x - n * 0.6931471805599453) * power.number;
}
double through_bits(double x, double y) { return logarithm(3 * x) * exponential(y) + exponential(x * y); }
// function: through_bits
// at: x = 0.9, y = 1.7
// gradient: finite-differences
// feature: bits
