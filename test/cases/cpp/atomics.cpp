// Atomic numbers of the function itself: a loop of compare and exchange, an exchange, loads and stores.
#include <atomic>
double atomics(const double *x, int n) {
  std::atomic<double> sum{0.0}, last{1.0};
  for (int i = 0; i < n; i++) {
    double old = sum.load(), want;
    do want = old + x[i] * x[i]; while (!sum.compare_exchange_weak(old, want));
    last.store(last.load() * x[i]);
  }
  return sum.exchange(x[1]) * last + sum;
}
// function: atomics
// at: x = [0.3, 0.65, 0.81], n = 3
// gradient: finite-differences
// feature: atomics
