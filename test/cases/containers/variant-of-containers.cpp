// Variants of numbers, integers and containers: one piece of memory is each of them in turn, and is copied as what it is.
#include <variant>
#include <vector>
using Value = std::variant<double, std::vector<double>, int>;
struct Reading {
  double operator()(double d) const { return d * d; }
  double operator()(const std::vector<double> &v) const { double p = 1; for (double e : v) p *= e; return p; }
  double operator()(int i) const { return i; }
};
static double variant_of_containers(const double *x, int n) {
  std::vector<Value> values{x[0] * 2, std::vector<double>{x[1], x[2]}, 3};
  double sum = 0;
  for (int i = 0; i < n; i++) {
    for (const Value &value : values) sum = sum * 0.5 + std::visit(Reading(), value) * x[i];
    Value &next = values[static_cast<size_t>(i) % values.size()];
    if (next.index() == 0) next = i;
    else if (next.index() == 1) std::get<1>(next).push_back(x[i]);
    else next = x[i] * x[0];
    values.push_back(next);
  }
  return sum;
}
// function: variant_of_containers
// at: x = [0.5, -0.3, 0.8, 1.4], n = 4
// gradient: finite-differences
// feature: containers
