// A vector of owned objects of several classes, one of which holds a std::function.
#include <cmath>
#include <functional>
#include <memory>
#include <vector>
struct Layer { virtual ~Layer() {} virtual double apply(double) const = 0; };
struct Scale : Layer { double k; std::function<double(double)> g; Scale(double k, std::function<double(double)> g) : k(k), g(g) {} double apply(double x) const override { return k * g(x); } };
struct Shift : Layer { double d; explicit Shift(double d) : d(d) {} double apply(double x) const override { return std::tanh(x + d); } };
double f(double x, double a, int n) {
  std::vector<std::unique_ptr<Layer>> layers;
  for (int i = 0; i < n; i++) {
    if (i % 2) layers.push_back(std::make_unique<Shift>(a * i));
    else layers.push_back(std::make_unique<Scale>(a, [a](double t) { return std::sin(a * t); }));
  }
  double y = x;
  for (auto &l : layers) y = l->apply(y) + 0.1 * y;
  return y;
}
// function: f
// at: x = 0.6, a = 0.8, n = 5
// gradient: finite-differences
// flags: -std=c++17 -fno-exceptions
// feature: virtual-methods
