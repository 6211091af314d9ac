// Function objects whose captures are too large for the object itself, a vector, and references.
#include <functional>
#include <vector>
#include <cmath>
static __attribute__((noinline)) double twice(const std::function<double(double)> &f, double t) { return f(f(t)); }
double captured(const double *x, int n) {
  double a = x[0], b = x[1], c = x[2], d = a * b;
  std::function<double(double)> large = [a, b, c, d](double t) { return a * t + b * std::sin(t) + c * d; };
  std::vector<double> weights(x, x + n);
  std::function<double(double)> weighted = [weights](double t) { double s = 0; for (double w : weights) s += w * std::sin(t * w); return s; };
  double scale = x[0];
  std::function<double(double)> all = [&](double t) { return scale * weighted(t) + weights[1] * large(t); };
  return twice(large, a) + twice(weighted, x[0]) + twice(all, x[1]);
}
// function: captured
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: finite-differences
// feature: virtual-methods
