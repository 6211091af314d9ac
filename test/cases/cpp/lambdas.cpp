// Lambdas that capture by reference and by value, passed to a template.
#include <cmath>
template <typename F> static double simpson(F f, double from, double to, int n) {
  double h = (to - from) / n, s = f(from) + f(to);
  for (int i = 1; i < n; i++) s += f(from + i * h) * (i % 2 ? 4 : 2);
  return s * h / 3;
}
double captured(double a, double b, double to) {
  double total = 0;
  auto f = [a, &total, &b](double t) { total += t * b; return std::exp(-a * t) * std::cos(b * t); };
  return simpson(f, 0, to, 8) + 0.1 * total;
}
// function: captured
// at: a = 0.7, b = 1.3, to = 2
// gradient: finite-differences
// feature: cpp
