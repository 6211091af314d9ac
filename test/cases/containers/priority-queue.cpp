// std::priority_queue of pairs, ordered by an active number.
#include <queue>
#include <utility>
#include <vector>
double best(const double *x, int n, double y) {
  std::priority_queue<std::pair<double, int>> q;
  for (int i = 0; i < n; i++) q.push({x[i] * y + i * 0.01, i});
  double s = 0, w = 1;
  while (!q.empty()) {
    auto [value, index] = q.top();
    q.pop();
    s += value * w * (index + 1);
    w *= 0.7;
    if (value > 1) q.push({value * 0.5, index});
  }
  return s;
}
// function: best
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5, y = 1.3
// gradient: finite-differences
// feature: containers
