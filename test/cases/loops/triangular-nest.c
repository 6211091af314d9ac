// The inner loop runs as often as the outer one says: room for its records is made whenever it is entered.
#include <math.h>
double triangle(const double *x, int n) {
  double s = 0.5;
  for (int i = 0; i < n; i++)
    for (int j = i; j < n; j++) s = sin(s * x[j] + x[i]);
  return s;
}
// function: triangle
// at: x = [0.3, -0.6, 0.8, 1.2, -0.4], n = 5
// gradient: finite-differences
// feature: nested-loops
