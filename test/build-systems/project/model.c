#include "model.h"
#include "residual.h"

double loss(const double *p, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) {
    const double r = residual(p, i / (double)n);
    sum += r * r;
  }
  return sum;
}

int evaluations(void) { return residual_count(); }
