// Thrown several calls deep, past frames with clean-up, and caught far above; what was written before stays.
#include <cmath>
#include <stdexcept>
#include <vector>
__attribute__((noinline)) static double leaf(double x, int depth) {
  if (x * depth > 3) throw std::range_error("too large");
  return std::sin(x) * x;
}
__attribute__((noinline)) static double descend(double x, int depth, double *trace, int n) {
  std::vector<double> kept(depth + 1, x);
  trace[depth % n] += x * x * depth;
  kept[0] = depth == 0 ? leaf(x, n) : descend(x * 1.1, depth - 1, trace, n);
  return kept[0] + kept.back();
}
double deep(double *x, int n, double y) {
  double s = 0;
  for (int i = 0; i < n; i++) {
    try {
      s += descend(x[i], 3, x, n) * y;
    } catch (const std::range_error &) {
      s += x[i] * y * y;
    }
  }
  return s;
}
// function: deep
// at: x = [0.3, 0.9, 0.2], n = 3, y = 1.7
// gradient: finite-differences
// feature: exceptions
