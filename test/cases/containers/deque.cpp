// std::deque, std::queue and std::stack: growth at both ends, across blocks of memory.
#include <cmath>
#include <deque>
#include <queue>
#include <stack>
double ends(const double *x, int n, double y) {
  std::deque<double> d;
  for (int i = 0; i < 100; i++) {
    if (i % 3) d.push_back(x[i % n] * y);
    else d.push_front(std::cos(x[i % n]) + i * 0.01);
  }
  for (size_t i = 1; i < d.size(); i++) d[i] += 0.1 * d[i - 1];
  d.erase(d.begin() + 5);
  d.insert(d.begin() + 40, y * y);
  std::queue<double> q;
  std::stack<double> s;
  for (double e : d) q.push(e), s.push(e * e);
  double sum = 0;
  while (q.size() > 3) sum += q.front() * s.top(), q.pop(), s.pop();
  return sum / d.size() + d.front() * d.back();
}
// function: ends
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5, y = 1.3
// gradient: finite-differences
// feature: containers
