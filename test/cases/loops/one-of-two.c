// One of two loops with the same bound runs, and both go on to the same place: each way back counts for itself.
#include <math.h>
double one_of_two(const double *x, int n, int cubes) {
  double s = 1;
  if (cubes) {
    for (long i = 0; i < n; i++) s = s * 0.5 + x[i] * x[i] * x[i] * s;
  } else {
    for (long i = 1; i < n; i++) s = s * x[i - 1] + sin(x[i] * s);
  }
  return s * s;
}
double both_ways(const double *x, int n) { return one_of_two(x, n, n % 2) + one_of_two(x, n - 1, n % 2 == 0); }
// function: both_ways
// at: x = [0.3, 0.9, 1.4, -0.6, 0.8], n = 5
// gradient: finite-differences
// feature: counted-loops, branches
