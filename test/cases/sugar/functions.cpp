// The C++ interface on functions: modes, activities, conversions to the parameter types, references.
#include <ribozyme/autodiff>
#include <cstdio>

using namespace enzyme;

static double square(double x) { return x * x; }
static double product(double x, double y) { return x * x * y; }
static float mixed(float x, double y, long n) noexcept { return x * x * static_cast<float>(y) * n; }
static double dot(const double *v, const double *w, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += v[i] * w[i];
  return s;
}
static void scale(double *v, int n, double by) { for (int i = 0; i < n; i++) v[i] *= by; }
struct Pair { double a, b; };
static double area(const Pair &p, const double &unit) { return p.a * p.b * unit; }

int main() {
  auto [gradient] = autodiff<Reverse>(square, Active(3.0));
  std::printf("%g\n", std::get<0>(gradient));
  auto [gradients, value] = autodiff<ReverseWithPrimal>(product, Active(3.0), Active(5.0));
  auto [dx, dy] = gradients;
  std::printf("%g %g %g\n", dx, dy, value);
  auto [some] = autodiff<Reverse>(&product, Const(3.0), Active(5.0));
  std::printf("%g\n", enzyme::get<0>(some));
  auto [two, result] = autodiff<ReverseWithPrimal>(mixed, Active(2.0), Active(3.f), Const(4));
  std::printf("%g %g %g\n", get<0>(two), get<1>(two), result);

  double v[3] = {1, 2, 3}, w[3] = {4, 5, 6}, dv[3] = {0, 0, 0};
  autodiff<Reverse>(dot, Duplicated(v, dv), Const(w), Const(3));
  std::printf("%g %g %g\n", dv[0], dv[1], dv[2]);
  auto [by] = autodiff<Reverse>(scale, DuplicatedNoNeed(v, dv), Const(3), Active(2.0));
  std::printf("%g | %g %g %g\n", get<0>(by), dv[0], dv[1], dv[2]);

  Pair p{2, 3}, dp{0, 0};
  double unit = 5;
  auto [unit_gradient] = autodiff<Reverse>(area, Duplicated<Pair &>(p, dp), Active(unit));
  std::printf("%g %g %g\n", dp.a, dp.b, get<0>(unit_gradient));

  auto [tangent] = autodiff<Forward>(product, Duplicated(3.0, 1.0), Const(5.0));
  auto [primal, slope] = autodiff<ForwardWithPrimal>(product, Duplicated(3.0, 0.0), Duplicated(5.0, 1.0));
  std::printf("%g %g %g\n", tangent, primal, slope);
  double t[3] = {0, 1, 0};
  auto [along] = autodiff<Forward>(dot, Duplicated(w, t), Const(w), Const(3));
  std::printf("%g\n", along);
}
// prints: 6
// prints: 30 9 45
// prints: 9
// prints: 48 16 48
// prints: 4 5 6
// prints: 32 | 8 10 12
// prints: 15 10 6
// prints: 30 45 9
// prints: 5
// feature: cpp-interface
// flags: -std=c++17
