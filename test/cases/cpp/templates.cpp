// Templates over number types, references, default arguments, operator overloading.
#include <cmath>
template <typename T> struct Dual { T a, b; Dual operator*(const Dual &o) const { return {a * o.a, a * o.b + b * o.a}; } };
template <typename T, int N> T horner(const T (&c)[N], const T &x) { T s = 0; for (int i = N; i-- > 0;) s = s * x + c[i]; return s; }
static void clampTo(double &v, double limit = 2.0) { if (v > limit) v = limit + std::log(v - limit + 1); }
double generic(const double *x, double t) {
  const double c[4] = {x[0], x[1], 0.5, x[0] * x[1]};
  Dual<double> d{t, x[2]}, e = d * d * d;
  double v = horner(c, t) + e.b;
  clampTo(v);
  return v * std::max(x[0], x[1]) + e.a;
}
// function: generic
// at: x = [0.3, 0.9, 1.8], t = 1.4
// gradient: finite-differences
// feature: cpp
