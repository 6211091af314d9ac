// Alternatives that are a double and an int, in a vector that grows.
#include <variant>
#include <vector>
#include <cmath>
double summed(const double *x, int n) {
  std::vector<std::variant<double, int>> items;
  for (int i = 0; i < n; i++) { if (i % 2) items.push_back(i); else items.push_back(x[i] * x[i]); }
  double sum = 0;
  for (auto &item : items) sum += std::visit([](auto v) { return std::sin((double)v) * v; }, item);
  return sum;
}
// function: summed
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: containers
