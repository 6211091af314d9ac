// Sums, products and quotients of C99 complex numbers.
#include <complex.h>
double impedance(double r, double l, double c, double w) {
  double complex z = r + I * w * l, y = 1 / z + I * w * c, ratio = z / (y + 2.0);
  return creal(ratio) * cimag(y * z) + creal(conj(z) * y);
}
// function: impedance
// at: r = 1.5, l = 0.4, c = 0.3, w = 2.1
// gradient: finite-differences
// feature: complex
