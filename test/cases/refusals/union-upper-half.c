// The upper half of an active number is replaced through a union: the mantissa that stays is no derivative we know.
#include <stdlib.h>
typedef union { double d; unsigned w[2]; } pun;
double exponents_set(const double *x, int n) {
  pun *p = malloc(n * sizeof *p);
  double s = 0;
  for (int i = 0; i < n; i++) p[i].d = x[i] * x[i];
  for (int i = 0; i < n; i++) p[i].w[1] = 0x40080000;
  for (int i = 0; i < n; i++) s += p[i].d;
  free(p);
  return s;
}
// function: exponents_set
// at: x = [0.3, -1.2, 0.8], n = 3
// error: RZ2002
// feature: refusals
