// What was written from the start of a block is read from an aligned address in it: the shadow may be aligned otherwise.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
__attribute__((noinline)) static double from_line(const double *block) {
  const double *p = (const double *)(((uintptr_t)block + 63) & ~(uintptr_t)63);
  return p[0] * p[0] * p[1] + sin(p[2]);
}
double function(const double *x) {
  double *blocks[4], result = 0;
  for (int b = 0; b < 4; b++) {
    // 13 times 16 bytes with what malloc adds: one block after the other is aligned otherwise.
    double *block = blocks[b] = malloc(25 * sizeof(double));
    if (!block) abort();
    int first = (int)(-(uintptr_t)block % 64 / sizeof(double));
    for (int i = 0; i < 25; i++) block[i] = i < first || i > first + 2 ? 0.5 * x[0] : x[i - first] * (b + 1);
  }
  for (int b = 0; b < 4; b++) {
    result += from_line(blocks[b]);
    free(blocks[b]);
  }
  return result;
}
// function: function
// at: x = [0.3, 0.7, 1.1]
// gradient: finite-differences
// feature: heap
