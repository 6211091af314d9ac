// A linked list of objects of two classes, deleted recursively through virtual destructors.
#include <cmath>
#include <vector>
struct Base { double a; Base *next; virtual double eval(double x) const { return a * x; } virtual ~Base() { delete next; } Base(double a, Base *n) : a(a), next(n) {} };
struct Cubic : Base { std::vector<double> c; Cubic(double a, Base *n) : Base(a, n), c{a, a * a, 1} {} double eval(double x) const override { return c[0] + c[1] * x + c[2] * x * x; } };
double f(double x, double a, int n) {
  Base *list = nullptr;
  for (int i = 0; i < n; i++) list = i % 2 ? new Base(a * i, list) : new Cubic(a + i, list);
  double y = x;
  for (const Base *b = list; b; b = b->next) y = std::sin(b->eval(y));
  delete list;
  return y;
}
// function: f
// at: x = 0.6, a = 0.8, n = 4
// gradient: finite-differences
// flags: -std=c++17 -fno-exceptions
// feature: virtual-methods
