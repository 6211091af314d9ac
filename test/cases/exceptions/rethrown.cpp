// A handler that does something and rethrows, and one that throws something else.
#include <cmath>
#include <stdexcept>
struct failed { int code; };
__attribute__((noinline)) static double strict(double x) {
  if (x < 0) throw failed{3};
  if (x > 2) throw std::out_of_range("above");
  return std::sqrt(x);
}
__attribute__((noinline)) static double scaled(double x, double *out) {
  try {
    return strict(x) * x;
  } catch (const failed &f) {
    *out *= x * f.code;
    throw;
  } catch (...) {
    *out += x * x;
    throw failed{5};
  }
}
double rethrown(double *x, int n) {
  double s = 1;
  for (int i = 0; i < n; i++) {
    try {
      s *= scaled(x[i], &x[(i + 1) % n]);
    } catch (failed &f) {
      s += x[i] * f.code * s;
    }
  }
  return s;
}
// function: rethrown
// at: x = [0.5, -0.8, 2.5, 1.3], n = 4
// gradient: finite-differences
// feature: exceptions
