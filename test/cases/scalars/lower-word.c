// Numbers in memory whose lower word is replaced, as libraries split them: a rounding, which leaves derivatives as they are.
#include <string.h>
__attribute__((noinline)) static void split(const double *x, double *high, double *low, int n, int word) {
  memcpy(high, x, (unsigned long)n * sizeof *x);
  for (int i = 0; i < n; i++) {
    memcpy(&high[i], &word, 4);
    low[i] = x[i] - high[i];
  }
}
double products(const double *x, int n) {
  double high[4], low[4], sum = 0;
  split(x, high, low, n, 0);
  for (int i = 0; i < n; i++) sum += high[i] * high[i] + 2 * high[i] * low[i] + low[i] * low[i];
  return sum;
}
// function: products
// at: x = [0.51234567, 0.751313, -1.2545], n = 3
// gradient: finite-differences
// feature: bits
