// std::unordered_map: growth with rehashing, look-up, erasure, iteration.
#include <string>
#include <unordered_map>
#include <unordered_set>
double hashed(const double *x, int n, double y) {
  std::unordered_map<int, double> m;
  for (int i = 0; i < 40; i++) m[i * i % 31] += x[i % n] * (y + i);
  m.erase(4);
  double s = 0;
  for (int k = 0; k < 31; k++) {
    auto it = m.find(k);
    if (it != m.end()) s += it->second * it->second * 0.001 * k;
  }
  for (auto &kv : m) kv.second *= y;
  for (const auto &kv : m) s += kv.second * kv.first * 1e-3;
  std::unordered_map<std::string, double> named;
  named["one"] = x[0];
  named["two"] = y;
  named["one"] *= named["two"];
  std::unordered_set<int> seen;
  for (int i = 0; i < n; i++) if (seen.insert(i % 3).second) s += x[i];
  return s + named["one"];
}
// function: hashed
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5, y = 1.3
// gradient: finite-differences
// feature: containers
