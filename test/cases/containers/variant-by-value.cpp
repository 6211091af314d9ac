// A variant of a double and an int, returned and passed in a register that says integer.
#include <variant>
#include <cmath>
using number = std::variant<double, int>;
static __attribute__((noinline)) number choose(const double *x, int i) { if (i == 2) return 3; return x[i] * x[i]; }
static __attribute__((noinline)) double value(number v) { if (auto *d = std::get_if<double>(&v)) return *d * *d; return std::get<int>(v); }
double chained(const double *x, int n) {
  double sum = 0;
  number last = 1;
  for (int i = 0; i < n; i++) { number v = choose(x, i); sum += value(v) * value(last); last = v; }
  return sum;
}
// function: chained
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: containers
// since: 16
