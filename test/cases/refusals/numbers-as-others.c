// The bytes of doubles, copied and then taken for floats: that has no derivative.
#include <string.h>
__attribute__((noinline)) static void twice(float *y, int n) { for (int i = 0; i < n; i++) y[i] *= 2; }
double taken(const double *x, int n) {
  float y[20];
  memcpy(y, x, n * sizeof *x);
  twice(y, 2 * n);
  double sum = 0;
  for (int i = 0; i < 2 * n; i++) sum += y[i];
  return sum;
}
// function: taken
// at: x = [3, 4, 5], n = 3
// error: RZ3001
// says: numbers of another type
// feature: refusals
