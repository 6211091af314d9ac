// std::optional, std::variant, std::tuple, std::pair and std::array of active numbers.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <variant>
static std::optional<double> root(double x) {
  if (x < 0) return std::nullopt;
  return std::sqrt(x);
}
struct circle { double r; };
struct box { double a, b; };
struct nothing {};
using shape = std::variant<circle, box, nothing>;
static double area(const shape &s) {
  struct visitor {
    double operator()(const circle &c) const { return 3 * c.r * c.r; }
    double operator()(const box &b) const { return b.a * b.b; }
    double operator()(nothing) const { return 4; }
  };
  return std::visit(visitor{}, s);
}
static std::tuple<double, int, double> split(double x, double y) { return {x * y, 3, x + y}; }
double sums(double x, double y) {
  double s = root(x).value_or(y) + root(-y).value_or(x * y);
  std::array<shape, 4> shapes{circle{x}, box{x, y}, nothing{}, circle{y * x}};
  for (const shape &each : shapes) s += area(each) * y;
  shapes[1] = circle{s};
  if (auto *c = std::get_if<circle>(&shapes[1])) s += c->r * 0.5;
  auto [p, n, q] = split(x, y);
  std::array<double, 3> a{p, q, x};
  std::pair<double, double> both = std::minmax(p, q);
  for (double &e : a) e *= n;
  return s + std::get<0>(a) * a[1] * both.first + both.second;
}
// function: sums
// at: x = 0.8, y = 1.3
// gradient: finite-differences
// feature: containers
