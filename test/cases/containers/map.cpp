// std::map: insertion, look-up, erasure, iteration both ways, copies.
#include <cmath>
#include <map>
#include <string>
double tables(const double *x, int n, double y) {
  std::map<int, double> m;
  for (int i = 0; i < n; i++) m[i * 7 % 5] += x[i] * y;
  m.insert({9, x[0] * x[1]});
  m.emplace(-1, y * y);
  m.erase(2);
  std::map<int, double> copy = m;
  double s = 0, p = 1;
  for (auto it = copy.rbegin(); it != copy.rend(); ++it) {
    p *= 1 + it->second * 0.1;
    s += it->first * it->second * p;
  }
  for (auto &kv : m) kv.second = std::sin(kv.second);
  if (m.count(3)) s += m.at(3) * copy[3];
  auto low = m.lower_bound(1);
  if (low != m.end()) s += low->second * y;
  std::map<std::string, double> named{{"a", x[0]}, {"b", y}};
  named["a"] *= named["b"];
  std::swap(m, copy);
  for (const auto &kv : named) s += kv.second * m.begin()->second;
  return s;
}
// function: tables
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7, 0.5], n = 6, y = 1.4
// gradient: finite-differences
// feature: containers
