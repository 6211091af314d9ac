// Second derivatives where signs are taken off and put on through the bits of numbers.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
union number { double value; uint64_t bits; };
static double f(double x) {
  union number a = {x}, b = {x * x * x};
  a.bits &= ~(1ULL << 63);
  a.value = sqrt(a.value);
  a.bits |= (uint64_t)(x < 0) << 63;
  b.bits ^= a.bits & 1ULL << 63;
  return a.value * x + sin(b.value) * a.value;
}
static double reverse(double x) { return __enzyme_autodiff((void *)f, x); }
static double forward(double x) { return __enzyme_fwddiff((void *)f, x, 1.0); }
int main(void) {
  for (double x = -1.5; x < 2; x += 1.25) {
    double e = 1e-5, h = (reverse(x + e) - reverse(x - e)) / (2 * e);
    double all[4] = {__enzyme_autodiff((void *)reverse, x), __enzyme_fwddiff((void *)reverse, x, 1.0), __enzyme_autodiff((void *)forward, x), __enzyme_fwddiff((void *)forward, x, 1.0)};
    for (int i = 0; i < 4; i++) printf("%d%s", fabs(all[i] - h) < 1e-6, i == 3 ? "\n" : " ");
  }
}
// prints: 1 1 1 1
// prints: 1 1 1 1
// prints: 1 1 1 1
// feature: nested, bits
