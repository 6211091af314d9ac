// <algorithm> and <numeric> over vectors of active numbers.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>
double pipeline(const double *x, int n, double y) {
  std::vector<double> v(x, x + n), w(n);
  std::sort(v.begin(), v.end());
  std::transform(v.begin(), v.end(), w.begin(), [y](double e) { return e * y + std::exp(-e); });
  std::partial_sum(w.begin(), w.end(), w.begin());
  double s = std::accumulate(w.begin(), w.end(), y) + std::inner_product(v.begin(), v.end(), w.begin(), 0.0);
  std::vector<int> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return w[a] * (a % 3) < w[b] * (b % 3); });
  for (int i = 0; i < n; i++) s += w[order[i]] * (i + 1) * 0.1;
  std::rotate(v.begin(), v.begin() + 2, v.end());
  std::reverse(w.begin(), w.end());
  s += *std::max_element(w.begin(), w.end()) * *std::min_element(v.begin(), v.end());
  std::adjacent_difference(v.begin(), v.end(), w.begin());
  v.erase(std::remove_if(v.begin(), v.end(), [](double e) { return e < 0; }), v.end());
  std::nth_element(w.begin(), w.begin() + n / 2, w.end());
  std::for_each(v.begin(), v.end(), [&](double e) { s += e * e * w[n / 2]; });
  std::make_heap(v.begin(), v.end());
  std::pop_heap(v.begin(), v.end());
  std::copy(v.begin(), v.end(), std::back_inserter(w));
  return s + std::clamp(w.back(), 0.0, 1.0) + std::lower_bound(w.begin(), w.end(), 100.0)[-1];
}
// function: pipeline
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7, 1.6], n = 6, y = 1.3
// gradient: finite-differences
// feature: containers
