// The low words of numbers are cut off through a union: what is left has a derivative of one.
#include <stdlib.h>
typedef union { double d; unsigned w[2]; } pun;
double cut_off(const double *x, int n) {
  pun *p = malloc(n * sizeof *p);
  double s = 0;
  for (int i = 0; i < n; i++) p[i].d = x[i] * x[i];
  for (int i = 0; i < n; i++) p[i].w[0] = 0;
  for (int i = 0; i < n; i++) s += p[i].d * p[i].d;
  free(p);
  return s;
}
// function: cut_off
// at: x = [0.3, -1.2, 0.8], n = 3
// gradient: x = [0.108, -6.912, 2.048]
// tolerance: 1e-6
// feature: bits
