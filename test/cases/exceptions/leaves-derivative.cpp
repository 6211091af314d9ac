// Exceptions that leave the derivative: destructors run, nothing leaks, the caller of the derivative gets the exception.
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>
int enzyme_const, enzyme_dup, enzyme_out;
template <typename R, typename... A> R __enzyme_autodiff(void *, A...);
template <typename R, typename... A> R __enzyme_fwddiff(void *, A...);
static int alive;
struct watched { watched() { alive++; } ~watched() { alive--; } };
__attribute__((noinline)) static double inner(const double *x, int i, int limit) {
  watched w;
  if (i == limit) throw std::runtime_error("limit");
  return x[i] * x[i];
}
__attribute__((noinline)) static double outer(double *x, int n, int limit) {
  watched w;
  std::vector<double> kept;
  auto box = std::make_unique<double>(1);
  for (int i = 0; i < n; i++) {
    kept.push_back(inner(x, i, limit) * *box);
    *box += kept.back();
    x[i] = std::sin(x[i]) * *box;
  }
  return *box;
}
__attribute__((noinline)) static void report(const char *mode, const std::exception &e) {
  std::printf("%s: %s, %d alive\n", mode, e.what(), alive);
}
int main() {
  for (int limit = -1; limit < 4; limit += 2) {
    double x[4] = {0.3, 0.6, 0.9, 1.2}, d[4] = {0, 0, 0, 0};
    try {
      watched here;
      __enzyme_autodiff<void>((void *)outer, enzyme_dup, x, d, enzyme_const, 4, enzyme_const, limit);
      std::printf("reverse: %.6f\n", d[0]);
    } catch (const std::runtime_error &e) { report("reverse", e); }
    double y[4] = {0.3, 0.6, 0.9, 1.2}, e[4] = {1, 0, 0, 0};
    try {
      watched here;
      double t = __enzyme_fwddiff<double>((void *)outer, enzyme_dup, y, e, enzyme_const, 4, enzyme_const, limit);
      std::printf("forward: %.6f\n", t);
    } catch (const std::runtime_error &e) { report("forward", e); }
  }
  return alive;
}
// prints: reverse: 3.603782
// prints: forward: 3.603782
// prints: reverse: limit, 0 alive
// prints: forward: limit, 0 alive
// prints: reverse: limit, 0 alive
// prints: forward: limit, 0 alive
// feature: exceptions
