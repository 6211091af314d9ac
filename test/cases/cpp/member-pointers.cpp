// Pointers to member functions, virtual (an offset into the table, plus one) and not (an address).
#include <cmath>
struct Base {
  double a;
  explicit Base(double a) : a(a) {}
  virtual double v(double x) const { return a * x; }
  double plain(double x) const { return a * x * x; }
  double other(double x) const { return std::sin(a * x); }
};
struct Derived : Base {
  double b;
  Derived(double a, double b) : Base(a), b(b) {}
  double v(double x) const override { return b * std::cos(a * x); }
};
typedef double (Base::*Method)(double) const;
__attribute__((noinline)) static double call(const Base &object, Method m, double x) { return (object.*m)(x); }
static const Method methods[] = {&Base::v, &Base::plain, &Base::other};
double f(double x, double a, double b, int n) {
  Base base(a);
  Derived derived(a, b);
  double sum = 0;
  for (int i = 0; i < n; i++) sum += call(base, methods[i % 3], x) * call(derived, methods[(i + 1) % 3], x) + call(derived, methods[i % 3], x);
  return sum;
}
// function: f
// at: x = 0.6, a = 1.2, b = 0.7, n = 5
// gradient: finite-differences
// feature: virtual-methods
