// The sum of squared distances of points to the nearest of k centres, by the centres.
#include "bench.h"

PRIMAL double k_means(int n, int k, int d, const double *points, const double *centres) {
  double total = 0;
  for (int i = 0; i < n; i++) {
    const double *point = points + i * d;
    double nearest = INFINITY;
    for (int c = 0; c < k; c++) {
      double distance = 0;
      for (int j = 0; j < d; j++) {
        double delta = point[j] - centres[c * d + j];
        distance += delta * delta;
      }
      if (distance < nearest) nearest = distance;
    }
    total += nearest;
  }
  return total;
}

enum { POINTS = 5000, CENTRES = 20, DIMENSIONS = 16 };
SHARED double *points, *centres;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, CENTRES * DIMENSIONS * sizeof *gradient);
  __enzyme_autodiff((void *)k_means, enzyme_const, POINTS, enzyme_const, CENTRES, enzyme_const, DIMENSIONS,
    enzyme_const, points, enzyme_dup, centres, gradient);
}
#else
const char *const problem_name = "k-means";
size_t set_up(void) {
  points = numbers(POINTS * DIMENSIONS, 1, 0);
  centres = numbers(CENTRES * DIMENSIONS, 1, 0);
  return CENTRES * DIMENSIONS;
}
double run_primal(void) { return k_means(POINTS, CENTRES, DIMENSIONS, points, centres); }

/** Only the nearest centre feels a point. */
void run_by_hand(double *restrict gradient) {
  memset(gradient, 0, CENTRES * DIMENSIONS * sizeof *gradient);
  for (int i = 0; i < POINTS; i++) {
    const double *point = points + i * DIMENSIONS;
    double nearest = INFINITY;
    int closest = 0;
    for (int c = 0; c < CENTRES; c++) {
      double distance = 0;
      for (int j = 0; j < DIMENSIONS; j++) {
        double delta = point[j] - centres[c * DIMENSIONS + j];
        distance += delta * delta;
      }
      if (distance < nearest) nearest = distance, closest = c;
    }
    for (int j = 0; j < DIMENSIONS; j++) gradient[closest * DIMENSIONS + j] += 2 * (centres[closest * DIMENSIONS + j] - point[j]);
  }
}
#endif
