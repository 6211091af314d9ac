// A loop that counts with a pointer into a local array, which is no more there in the reverse sweep.
#include <math.h>
double walk(const double *x, int n) {
  double a[8];
  for (int i = 0; i < 8; i++) a[i] = sin(x[i % n] * i);
  double s = 0.5;
  for (const double *p = a + n % 2; p != a + 8; p++) s = cos(s * *p);
  for (const double *p = x; p != x + n; p++) s = s * *p + cos(s);
  return s;
}
// function: walk
// at: x = [0.3, -0.6, 0.8], n = 3
// gradient: finite-differences
// feature: nested-loops
