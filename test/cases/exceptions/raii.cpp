// Destructors that change active state, on the normal way and while an exception passes.
#include <cmath>
#include <memory>
struct scale {
  double &target, factor;
  scale(double &t, double f) : target(t), factor(f) { target *= f; }
  ~scale() { target = target / factor + factor * factor; }
};
struct error {};
__attribute__((noinline)) static double work(double x, double limit) {
  double state = x;
  scale outer(state, 1.5);
  auto box = std::make_unique<double>(x * x);
  {
    scale inner(state, 2 + x);
    *box += state;
    if (state > limit) throw error{};
  }
  return state * *box;
}
double raii(double *x, int n, double limit) {
  double s = 0, last = 0.5;
  for (int i = 0; i < n; i++) {
    double before = last;
    try {
      scale here(last, x[i]);
      s += work(x[i], limit) * last;
    } catch (error) {
      s += std::exp(last) * before;
    }
    x[i] *= last;
  }
  return s;
}
// function: raii
// at: x = [0.4, 1.9, 0.7], n = 3, limit = 3.1
// gradient: finite-differences
// feature: exceptions
