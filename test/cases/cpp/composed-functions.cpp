// Functions made of functions, moved as std::function; a method that a template makes of a function. (Sanitizers keep the
// optimiser from resolving the moves of storage that holds a number or a pointer, and then they are refused.)
#include <cmath>
#include <functional>
struct Problem { virtual double residual(double x) const = 0; virtual ~Problem() = default; };
template <double (*F)(double)> struct Fixed : Problem { double p; Fixed(double p) : p(p) {} double residual(double x) const override { return F(x) - p; } };
static double cosine(double x) { return std::cos(x) - x; }
static double newton(const Problem &p, double x) { for (int i = 0; i < 20; i++) { double h = 1e-4, r = p.residual(x); x -= r / ((p.residual(x + h) - p.residual(x - h)) / (2 * h)); } return x; }
static std::function<double(double)> compose(std::function<double(double)> f, std::function<double(double)> g) { return [f, g](double x) { return f(g(x)); }; }
double f(double x, double a, int n) {
  Fixed<cosine> p(a * 0.1);
  auto sq = [](double t) { return t * t; };
  auto add = [a](double t) { return t + a; };
  return newton(p, x) * compose(sq, add)(x) + n;
}
// function: f
// at: x = 0.6, a = 0.8, n = 5
// gradient: finite-differences
// flags: -std=c++17 -fno-exceptions -fno-sanitize=all
// feature: virtual-methods
