// The C++ interface on lambdas and function objects: captures are constant; objects go in and out.
#include <enzyme/enzyme>
#include <array>
#include <cstdio>

using enzyme::Active, enzyme::Const, enzyme::Duplicated;

struct Polynomial {
  double a, b;
  double operator()(double x) const { return a * x * x + b * x; }
};

int main() {
  const auto cube = [](double x) { return x * x * x; };
  auto [g] = enzyme::autodiff<enzyme::Reverse>(cube, Active(2.0));
  std::printf("%g\n", std::get<0>(g));

  const double factor = 7;
  auto [h, value] = enzyme::autodiff<enzyme::ReverseWithPrimal>([&](double x, float y) { return factor * x * y; }, Active(2.0), Active(3.0f));
  std::printf("%g %g %g\n", std::get<0>(h), std::get<1>(h), value);

  auto [p] = enzyme::autodiff<enzyme::Reverse>(Polynomial{2, 1}, Active(3.0));
  auto [q] = enzyme::autodiff<enzyme::Forward>(Polynomial{2, 1}, Duplicated(3.0, 2.0));
  std::printf("%g %g\n", std::get<0>(p), q);

  std::array<double, 3> x{1, 2, 3}, dx{};
  const auto norm = [](const std::array<double, 3> &v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * v[i]; return s; };
  enzyme::autodiff<enzyme::Reverse>(norm, Duplicated<std::array<double, 3> &>(x, dx), Const(3));
  std::printf("%g %g %g\n", dx[0], dx[1], dx[2]);
  auto [whole] = enzyme::autodiff<enzyme::Reverse>(norm, Active(x), Const(2));
  std::printf("%g %g %g\n", std::get<0>(whole)[0], std::get<0>(whole)[1], std::get<0>(whole)[2]);

  const auto powers = [](double t) { return std::array<double, 2>{t * t, t * t * t}; };
  auto [at, along] = enzyme::autodiff<enzyme::ForwardWithPrimal>(powers, Duplicated(2.0, 1.0));
  std::printf("%g %g %g %g\n", at[0], at[1], along[0], along[1]);

  const auto fill = [](double *out, double t) { out[0] = t; out[1] = t * t; };
  double out[2], dout[2] = {1, 10};
  auto [dt] = enzyme::autodiff<enzyme::Reverse>(fill, Duplicated(out, dout), Active(3.0));
  std::printf("%g %g\n", std::get<0>(dt), out[1]);

  // The calling convention below it works beside it.
  std::printf("%g\n", __enzyme_autodiff<double>((void *)+[](double y) { return y * y; }, enzyme_out, 4.0));
}
// prints: 12
// prints: 21 14 42
// prints: 13 26
// prints: 2 4 6
// prints: 2 4 0
// prints: 4 8 4 12
// prints: 61 9
// prints: 8
// feature: cpp-interface
// flags: -std=c++20
