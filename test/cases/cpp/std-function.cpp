// std::function: small callables in place, large ones on the heap, copied, passed on, stored in a struct; std::bind.
#include <cmath>
#include <functional>
using fn = std::function<double(double)>;
__attribute__((noinline)) static double twice(const fn &g, double x) { return g(x) * g(2 * x); }
static double power(double x, double p) { return std::pow(x, p); }
struct Model { fn inner, outer; };
__attribute__((noinline)) static double evaluate(const Model &m, double x) { return m.outer(m.inner(x)); }
double f(double x, double a, int which) {
  fn g = which == 0 ? fn([a](double t) { return a * t * t; }) : fn([a](double t) { return std::sin(a * t); });
  double b[4] = {a, a * x, x, 1};
  struct Large { double b[4]; double operator()(double t) const { return b[0] * t + b[1] * t * t + b[2] + b[3]; } } large = {{b[0], b[1], b[2], b[3]}};
  Model m = {large, std::bind(power, std::placeholders::_1, a)};
  fn copy = m.inner;
  return twice(g, x) + g(x) + evaluate(m, x) + copy(a);
}
// function: f
// at: x = 0.6, a = 0.8, which = 1
// gradient: finite-differences
// flags: -fno-exceptions
// feature: virtual-methods
