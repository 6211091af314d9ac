// Inner loops that run a number of times that makes no sense (but never then): no room may be made for so many records.
#include <math.h>
double guarded(const double *x, int n, int m, long k) {
  double s = 0.5;
  for (int i = 0; i < n; i++) {
    s = sin(s + x[i]);
    if (m > 0) for (int j = 0; j != m; j++) s = s * cos(s * x[j]);
    if (s < 100) for (long j = 7; j > k; j--) s = s * exp(s * x[i]);
    if (k < -5) {
      long j = 0;
      do s = s * exp(s); while (++j != k - 1000);
    }
  }
  return s;
}
// function: guarded
// at: x = [0.3, -0.6, 0.8], n = 3, m = -4, k = 5
// gradient: finite-differences
// feature: nested-loops
