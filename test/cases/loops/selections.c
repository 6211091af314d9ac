// Loops that choose one of many: only what was chosen last has an adjoint. Of values computed in the loop, of sums of an
// inner loop, with nothing chosen, with what was chosen used again, and with a choice whose beginning depends on x too.
#include <math.h>
#include <stdlib.h>
static double nearest(int n, int d, const double *x, const double *y) {
  double least = INFINITY;
  for (int i = 0; i < n; i++) {
    double distance = 0;
    for (int j = 0; j < d; j++) distance += (x[i * d + j] - y[j]) * (x[i * d + j] - y[j]) * y[j];
    if (distance < least) least = distance;
  }
  return least;
}
static double most(int n, const double *x, double at_least) {
  double largest = at_least;
  for (int i = 0; i < n; i++) largest = sin(x[i]) * x[i] > largest ? sin(x[i]) * x[i] : largest;
  return largest;
}
static double least_of_some(const double *x, int n) {
  double m = x[0] * x[0];
  for (int i = 1; x[i] < 3 && i < n; i++) {
    double inverse = exp(-x[i]) * x[i];
    m = inverse < m ? inverse : m;
  }
  return m;
}
/** The last that is chosen is not the only one that was. */
static double last_large(const double *x, int n, int *which) {
  double chosen = 1, other = 0;
  for (int i = 0; i < n; i++) {
    int is_large = x[i] > 0.4;
    chosen = is_large ? x[i] * x[i] : chosen;
    other += is_large ? x[i] : 0;
    *which = is_large ? i : *which;
  }
  return chosen * other;
}
/** What was the largest so far counts in every iteration. */
static double running(const double *x, int n) {
  double largest = x[0], sum = 0;
  for (int i = 0; i < n; i++) {
    largest = x[i] > largest ? x[i] : largest;
    sum += largest * x[i];
  }
  return sum;
}
static double stored(const double *x, int n) {
  double *all = malloc((size_t)n * sizeof *all), largest = x[0], sum = 0;
  for (int i = 0; i < n; i++) {
    all[i] = x[i] * x[i] * 0.5;
    largest = x[i] > largest ? x[i] : largest;
  }
  for (int i = 0; i < n; i++) sum += all[i] * largest;
  free(all);
  return sum;
}
double selections(const double *x, const double *y, int n, int d) {
  double s = 0;
  int which = 0;
  for (int round = 0; round < 3; round++) {
    double largest = most(n - round, x + round, y[0] * y[0]), none = most(n, x, 10 + y[1]), sum = 0;
    for (int i = 0; i < n; i++) sum += exp(x[i] - largest);
    s += log(sum) + largest * largest + none * y[0];
  }
  for (int i = 0; i < n; i++) s += nearest(n / d, d, x, y) * (i % 2 ? x[i] : y[1]) + most(i, x, x[i] * y[0]);
  return s + least_of_some(x, n) + last_large(x, n, &which) + which * running(x, n) + stored(x, n) + most(0, x, y[0]);
}
// function: selections
// at: x = [0.3, -1.2, 0.8, 0.9, 0.5, -0.7, 3.25, 0.6], y = [0.2, 0.6], n = 8, d = 2
// gradient: finite-differences
// feature: counted-loops
