// flags: -ffast-math -fno-finite-math-only
#include <stdio.h>
__attribute__((noinline)) static double dot(const double *a, const double *b, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += a[i] * b[i];
  return s;
}
static float inv(float x) { return 1.0f / x + x / 3.0f; }
int main(void) {
  double a[32], b[32];
  for (int i = 0; i < 32; i++) {
    a[i] = i;
    b[i] = 32 - i;
  }
  printf("%g %.4f\n", dot(a, b, 32), inv(2.0f));
  return 0;
}
