// Alternatives whose numbers and integers lie in each other's place.
#include <variant>
#include <vector>
#include <cmath>
struct circle { double r; }; struct box { double w, h; }; struct grid { int n; double h; };
using shape = std::variant<circle, box, grid>;
static double area(const shape &s) {
  if (auto *c = std::get_if<circle>(&s)) return 3.14 * c->r * c->r;
  if (auto *b = std::get_if<box>(&s)) return b->w * b->h;
  auto &g = std::get<grid>(s); return g.n * g.h * g.h;
}
static __attribute__((noinline)) shape scaled(shape s, double by) {
  return std::visit([by](auto v) -> shape { using T = decltype(v); if constexpr (std::is_same_v<T, circle>) return circle{v.r * by}; else if constexpr (std::is_same_v<T, box>) return box{v.w * by, v.h * by}; else return grid{v.n, v.h * by}; }, s);
}
double area_of_all(const double *x, int n) {
  std::vector<shape> shapes;
  for (int i = 0; i + 1 < n; i++) switch (i % 3) { case 0: shapes.push_back(circle{x[i]}); break; case 1: shapes.push_back(box{x[i], x[i + 1]}); break; default: shapes.emplace_back(grid{i, x[i]}); }
  double sum = 0;
  for (auto &s : shapes) sum += area(scaled(s, x[0]));
  return sum;
}
// function: area_of_all
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: containers
