// std::vector: allocation, growth, iteration.
#include <cmath>
#include <vector>
double norm(const double *x, int n) {
  std::vector<double> v(x, x + n), w;
  w.reserve(n);
  for (double e : v) w.push_back(e * e);
  for (int i = 1; i < n; i++) v[i] += w[i - 1] * v[i - 1];
  double s = 0;
  for (int i = 0; i < n; i++) s += v[i] * w[n - 1 - i];
  return std::sqrt(s * s + 1);
}
// function: norm
// at: x = [0.3, 0.9, -1.8, 0.4], n = 4
// gradient: finite-differences
// flags: -fno-exceptions
// feature: cpp, heap
