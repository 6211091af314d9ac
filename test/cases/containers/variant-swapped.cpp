// Variants that are members, swapped, copied and kept in an optional.
#include <variant>
#include <optional>
#include <array>
#include <cmath>
using number = std::variant<int, double>;
struct row { number a, b; };
double best_of(const double *x, int n) {
  std::array<row, 3> rows;
  for (int i = 0; i < 3; i++) { rows[i].a = x[i] * 2; rows[i].b = i; if (i == 1) std::swap(rows[i].a, rows[i].b); }
  std::optional<number> best;
  for (auto &r : rows) { auto d = std::get_if<double>(&r.a); if (d && *d > 0.5) best = r.a; }
  row copy = rows[2];
  rows[0] = copy;
  double sum = 0;
  for (auto &r : rows) sum += std::visit([](auto p, auto q) { return double(p) * double(q) + p; }, r.a, r.b);
  return sum * (best ? std::get<double>(*best) : 1.0);
}
// function: best_of
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: finite-differences
// feature: containers
