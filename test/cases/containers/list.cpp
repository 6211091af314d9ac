// std::list: both ends, splice, reverse, merge, sort, remove.
#include <cmath>
#include <list>
double lists(const double *x, int n, double y) {
  std::list<double> a, b;
  for (int i = 0; i < n; i++) (i % 2 ? a : b).push_back(x[i] * y);
  a.push_front(y * y);
  b.insert(std::next(b.begin()), std::sin(y));
  a.reverse();
  a.splice(std::next(a.begin()), b, b.begin());
  for (double &e : a) e *= 1 + e;
  a.sort();
  b.sort([](double l, double r) { return l > r; });
  a.merge(b);
  a.remove_if([](double e) { return e > 3; });
  double s = 0, w = 1;
  for (double e : a) s += e * w, w += 0.5;
  while (!a.empty()) s *= 1 + 0.1 * a.back(), a.pop_back();
  return s;
}
// function: lists
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5, y = 1.3
// gradient: finite-differences
// feature: containers
