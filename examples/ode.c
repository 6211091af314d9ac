// Heat spreading along a rod, stepped through time between two buffers that swap roles ("ping-pong").
// Which initial temperatures, and which conductivity, does the final heat at one end depend on?
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double heat_at_end(const double *initial, double conductivity, int n, int steps) {
  double *now = malloc(n * sizeof(double)), *next = malloc(n * sizeof(double));
  memcpy(now, initial, n * sizeof(double));
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < n; i++) {
      double left = now[i > 0 ? i - 1 : i], right = now[i < n - 1 ? i + 1 : i];
      // Warm metal conducts a little better, so the problem is not linear.
      double flow = conductivity * (1 + 0.1 * now[i]) * (left - 2 * now[i] + right);
      next[i] = now[i] + flow;
    }
    double *swap = now;
    now = next;
    next = swap;
  }
  double result = now[n - 1];
  free(now);
  free(next);
  return result;
}

// One active number (the conductivity) comes back as the result; the array's derivatives go to its shadow.
int enzyme_dup, enzyme_out, enzyme_const;
double __enzyme_autodiff(void *, ...);

int main(void) {
  enum { N = 8, STEPS = 25 };
  double initial[N] = {1, 2, 1.5, 0, 0, 0.5, 0, 0}, sensitivity[N] = {0};
  double conductivity = 0.2;
  double slope = __enzyme_autodiff((void *)heat_at_end, enzyme_dup, initial, sensitivity,
                                   enzyme_out, conductivity, enzyme_const, N, enzyme_const, STEPS);
  printf("heat at the end      %.10g\n", heat_at_end(initial, conductivity, N, STEPS));
  printf("d heat / d conductivity  %.10g\n", slope);
  for (int i = 0; i < N; i++) printf("d heat / d initial[%d]    %.10g\n", i, sensitivity[i]);
}
