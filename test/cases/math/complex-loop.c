// The orbit of z -> z^2/(1 + z) + c, with a quotient in every step.
#include <complex.h>
double orbit(double x, double y, int n) {
  double complex c = x + I * y, z = 0.1 + 0.2 * I;
  for (int i = 0; i < n; i++) z = z * z / (1.0 + z) + c;
  return creal(z) * creal(z) + cimag(z) * cimag(z);
}
// function: orbit
// at: x = 0.31, y = -0.27, n = 6
// gradient: finite-differences
// feature: complex, counted-loops
