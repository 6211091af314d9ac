// Objects of the caller, passed through their base: their shadows are cleared memory, without a table of methods.
#include <cmath>
#include <cstdio>
#include <vector>
int enzyme_const, enzyme_dup, enzyme_out;
template <typename R, typename... A> R __enzyme_autodiff(void *, A...);
template <typename R, typename... A> R __enzyme_fwddiff(void *, A...);
struct Model { virtual double eval(double x) const = 0; virtual int size() const { return 3; } virtual ~Model() {} };
struct Lin : Model { double a, b; std::vector<double> c; Lin(double a, double b) : a(a), b(b), c{a, b, 1.0} {} double eval(double x) const override { double s = a * x + b; for (double v : c) s += v * x * x; return s; } };
struct Expo : Model { double k; Expo(double k) : k(k) {} double eval(double x) const override { return std::exp(-k * x); } };
__attribute__((noinline)) static double loss(const Model *m, const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += m->eval(x[i]) * m->size(); return s; }
static int bad;
static void check(const char *w, double g, double e) { if (!(std::fabs(g - e) <= 1e-5 * std::fabs(e) + 1e-7)) { std::printf("%s got %g want %g\n", w, g, e); bad = 1; } }
int main() {
  double x[3] = {0.3, 0.8, -0.4}, dx[3] = {0};
  Expo e(0.7);
  alignas(Expo) unsigned char raw[sizeof(Expo)] = {0};
  Expo *de = (Expo *)raw;
  __enzyme_autodiff<void>((void *)loss, enzyme_dup, (Model *)&e, (Model *)de, enzyme_dup, x, dx, enzyme_const, 3);
  double h = 1e-6, s = e.k; e.k = s + h; double u = loss(&e, x, 3); e.k = s - h; double d = loss(&e, x, 3); e.k = s;
  double got; __builtin_memcpy(&got, raw + 8, 8); check("k", got, (u - d) / (2 * h));
  for (int i = 0; i < 3; i++) { double q = x[i]; x[i] = q + h; u = loss(&e, x, 3); x[i] = q - h; d = loss(&e, x, 3); x[i] = q; check("x", dx[i], (u - d) / (2 * h)); }
  Lin l(0.5, 1.5), dl(0, 0); dl.c = {0, 0, 0}; double dy[3] = {0};
  __enzyme_autodiff<void>((void *)loss, enzyme_dup, (Model *)&l, (Model *)&dl, enzyme_dup, x, dy, enzyme_const, 3);
  s = l.a; l.a = s + h; u = loss(&l, x, 3); l.a = s - h; d = loss(&l, x, 3); l.a = s; check("a", dl.a, (u - d) / (2 * h));
  for (int i = 0; i < 3; i++) { s = l.c[i]; l.c[i] = s + h; u = loss(&l, x, 3); l.c[i] = s - h; d = loss(&l, x, 3); l.c[i] = s; check("c", dl.c[i], (u - d) / (2 * h)); }
  double t[3] = {1, 0, 0};
  alignas(Expo) unsigned char raw2[sizeof(Expo)] = {0};
  double f = __enzyme_fwddiff<double>((void *)loss, enzyme_dup, (Model *)&e, (Model *)raw2, enzyme_dup, x, t, enzyme_const, 3);
  s = x[0]; x[0] = s + h; u = loss(&e, x, 3); x[0] = s - h; d = loss(&e, x, 3); x[0] = s; check("fx", f, (u - d) / (2 * h));
  std::puts(bad ? "BAD" : "OK");
}
// prints: OK
// flags: -std=c++17
// feature: virtual-methods
