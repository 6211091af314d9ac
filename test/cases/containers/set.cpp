// std::set and std::multiset of active numbers: the order is by value, the sum is not.
#include <set>
double sets(const double *x, int n) {
  std::set<double> s;
  std::multiset<double> m;
  for (int i = 0; i < n; i++) s.insert(x[i] * x[i]), m.insert(x[i] + x[(i + 1) % n]);
  double sum = 0, weight = 1;
  for (double e : s) sum += e * weight++, weight *= 1.1;
  for (auto it = m.begin(); it != m.end(); ++it) sum += *it * weight;
  s.erase(s.begin());
  return sum * *s.rbegin();
}
// function: sets
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5
// gradient: finite-differences
// feature: containers
