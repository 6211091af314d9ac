// Updates of atomic numbers, which compilers write as a loop of compare and exchange.
#include <stdatomic.h>
double updates(const double *x, int n) {
  _Atomic double sum = 0, product = 1;
  for (int i = 0; i < n; i++) sum += x[i] * x[i], product *= x[i];
  return sum * x[0] + product;
}
// function: updates
// at: x = [0.3, 0.65, 0.81], n = 3
// gradient: finite-differences
// feature: atomics
