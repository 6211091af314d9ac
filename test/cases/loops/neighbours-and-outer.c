// Neighbours that meet, and a factor from outside the loop, whose adjoint every iteration adds to once.
#include <stdlib.h>
double function(const double *x, int n) {
  double *a = malloc(n * sizeof *a), *b = malloc(n * sizeof *b);
  for (int i = 0; i < n; i++) {
    a[i] = x[i % n];
    b[n - 1 - i] = x[2 * i % n] * x[0];
  }
  double sum = 0;
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  free(a);
  free(b);
  return sum;
}
// function: function
// at: x = [0.3, 1.2, -0.4, 0.9, 0.1], n = 5
// gradient: finite-differences
// feature: counted-loops
