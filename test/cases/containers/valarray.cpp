// std::valarray: expressions, slices, apply, sum.
#include <cmath>
#include <valarray>
double arrays(const double *x, int n, double y) {
  std::valarray<double> a(x, n), b(y, n);
  std::valarray<double> c = a * b + a * a - 0.5 * b;
  c[std::slice(0, n / 2, 2)] *= std::valarray<double>(a[std::slice(1, n / 2, 2)]);
  c += a * 0.1;
  std::valarray<double> d = c.shift(1);

  return (c * d).sum() + c.max();
}
// function: arrays
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7, 1.6], n = 6, y = 1.3
// gradient: finite-differences
// feature: containers
