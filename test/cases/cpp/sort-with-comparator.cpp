// std::sort with a comparison behind a pointer, and one that captures.
#include <algorithm>
#include <cmath>
#include <vector>
double f(double x, double a, int n) {
  std::vector<double> v;
  for (int i = 0; i < n; i++) v.push_back(std::cos(x * i + a));
  bool (*less)(double, double) = [](double p, double q) { return p < q; };
  std::sort(v.begin(), v.end(), less);
  std::sort(v.begin(), v.end(), [a](double p, double q) { return p * a > q * a; });
  double s = 0;
  for (int i = 0; i < n; i++) s += v[i] * (i + 1);
  return s;
}
// function: f
// at: x = 0.6, a = 0.8, n = 5
// gradient: finite-differences
// flags: -std=c++17 -fno-exceptions
// feature: virtual-methods
