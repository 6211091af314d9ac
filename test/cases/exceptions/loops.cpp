// Leaving loops, going on with the next iteration and trying again by exceptions.
#include <cmath>
struct stop { int at; };
__attribute__((noinline)) static double probe(const double *x, int i, int attempt) {
  if (x[i] > 2) throw stop{i};
  if (x[i] > 1 && attempt < 3) throw attempt;
  return x[i] * (1 + attempt);
}
double loops(double *x, int n) {
  double s = 0, w = 1;
  try {
    for (int i = 0; i < n; i++) {
      for (int attempt = 0;; attempt++) {
        try {
          double p = probe(x, i, attempt);
          if (p < 0) continue;
          s += p * w;
          break;
        } catch (int a) {
          w *= x[i] * 0.7 + a;
        }
        if (attempt > 5) break;
      }
      w += x[i] * s;
    }
  } catch (stop end) {
    for (int i = end.at; i < n; i++) s += std::sin(x[i]) * w;
  }
  return s;
}
// function: loops
// at: x = [0.4, 1.3, 0.9, 1.1, 2.2, 0.3], n = 6
// gradient: finite-differences
// feature: exceptions
