// A function whose result is computed again in the reverse sweep rather than kept.
#include <math.h>
static double weight(double x) { return exp(-x * x); }
void *__enzyme_shouldrecompute_weight[] = {(void *)weight};
static double more(double x) { return weight(x) + 1; }
void *__enzyme_nofree_more[] = {(void *)more};
double f(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) { double w = weight(x[i]); s += w * w * more(x[i]); }
  return s;
}
// function: f
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: finite-differences
// feature: recompute
