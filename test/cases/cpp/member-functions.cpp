// Objects with state, constructors, destructors that free, and methods that change them.
#include <cmath>
class Filter {
  double *taps;
  int n;
public:
  Filter(const double *x, int n) : taps(new double[n]), n(n) { for (int i = 0; i < n; i++) taps[i] = x[i]; }
  ~Filter() { delete[] taps; }
  Filter(const Filter &) = delete;
  double push(double v) {
    for (int i = n - 1; i > 0; i--) taps[i] = taps[i - 1] * 0.9 + 0.1 * taps[i];
    taps[0] = v * taps[n - 1];
    return taps[0] + taps[1];
  }
};
double filtered(const double *x, int n, double v) {
  Filter filter(x, n);
  double s = 0;
  for (int i = 0; i < 4; i++) s += std::sin(filter.push(v + s));
  return s;
}
// function: filtered
// at: x = [0.3, 0.9, 1.8], n = 3, v = 1.4
// gradient: finite-differences
// feature: cpp, heap
