// std::pair<float, int> both ways round, std::optional<float>, by value through functions that stay.
#include <optional>
#include <utility>
using scored = std::pair<float, int>;
using ranked = std::pair<int, float>;
__attribute__((noinline)) static scored best(scored a, scored b) { return a.first * (float)a.second > b.first * (float)b.second ? a : b; }
__attribute__((noinline)) static ranked rank(scored s, int by) { return {s.second + by, s.first * s.first}; }
__attribute__((noinline)) static std::optional<float> root(float x) { return x < 0 ? std::nullopt : std::optional<float>(x * x + 1); }
__attribute__((noinline)) static std::optional<float> twice(std::optional<float> x) { return x ? std::optional<float>(*x * 2) : x; }
double choose(const double *x, int n) {
  scored top{(float)x[0], 1};
  double sum = 0;
  for (int i = 1; i < n; i++) {
    top = best(top, {(float)x[i], i + 1});
    ranked r = rank(top, i);
    sum += r.second * (float)r.first;
    if (auto found = twice(root((float)x[i]))) sum += *found * x[0];
  }
  return sum * top.first;
}
// function: choose
// at: x = [0.5, -1.25, 0.75, 1.5], n = 4
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
