// Second derivatives through objects with virtual bases, whose tapes are wide values kept where a shadow may be missing.
#include <cmath>
#include <cstdio>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
struct Base { double k; Base(double k) : k(k) {} virtual ~Base() {} virtual double f(double u) const { return k * u; } };
struct Left : virtual Base { double l; Left(double v) : Base(v), l(v) {} double f(double u) const override { return l * u + k; } };
struct Right : virtual Base { double r; Right(double v) : Base(v), r(v * v) {} virtual double g(double u) const { return r * u; } };
struct Both : Left, Right { Both(double a, double b) : Base(a * b), Left(a), Right(b) {} double g(double u) const override { return f(u) * r + Right::g(u); } };
__attribute__((noinline)) static double use(const Base &b, const Right &r, double u) { return b.f(u) * r.g(u); }
static double f(const double *x, int n) {
  double s = 0;
  for (int i = 0; i + 1 < n; i++) {
    Both b(x[i], x[i + 1]);
    s += use(b, b, x[0]);
    Base *p = &b;
    if (auto *q = dynamic_cast<Right *>(p)) s += q->r * q->k;
  }
  return s;
}
static void gradient(const double *x, double *g, int n) { __enzyme_autodiff((void *)f, x, g, n); }
static double along(const double *x, const double *v, int n) {
  double g[3] = {0}, s = 0;
  gradient(x, g, n);
  for (int i = 0; i < n; i++) s += g[i] * v[i];
  return s;
}
int main() {
  double x[3] = {0.5, -1.5, 2}, v[3] = {1, 2, -1}, forward[3] = {0}, reverse[3] = {0}, g[3] = {0}, dv[3] = {0}, e = 1e-5;
  __enzyme_fwddiff((void *)gradient, x, v, g, forward, 3);
  __enzyme_autodiff((void *)along, x, reverse, v, dv, 3);
  for (int i = 0; i < 3; i++) {
    double up[3], down[3];
    for (int k = 0; k < 3; k++) up[k] = x[k] + (k == i) * e, down[k] = x[k] - (k == i) * e;
    double h = (along(up, v, 3) - along(down, v, 3)) / (2 * e);
    std::printf("%d %d\n", std::fabs(forward[i] - h) < 1e-6 * (1 + std::fabs(h)), std::fabs(reverse[i] - h) < 1e-6 * (1 + std::fabs(h)));
  }
}
// prints: 1 1
// prints: 1 1
// prints: 1 1
// feature: nested, virtual-methods
