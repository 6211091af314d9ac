// The function itself for several sets of arguments: the same value for all, one for each, or from a buffer.
#include <stdio.h>
extern int enzyme_width, enzyme_vector, enzyme_scalar, enzyme_buffer;
typedef struct { double lane[4]; } four;
typedef struct { float lane[2]; } two;
four __enzyme_batch_four(void *, ...);
two __enzyme_batch_two(void *, ...);
void __enzyme_batch(void *, ...);
static double scale(double x, double y) { return x * x * 0 + x * y; }
static float half(float x, int n) { return x / n; }
__attribute__((noinline)) static void fill(double *out, double value, int n) { for (int i = 0; i < n; i++) out[i] = value * (i + 1); }
int main(void) {
  four r = __enzyme_batch_four((void *)scale, enzyme_width, 4, enzyme_vector, 1.0, 2.0, 3.0, 4.0, enzyme_scalar, 5.0);
  printf("%g %g %g %g\n", r.lane[0], r.lane[1], r.lane[2], r.lane[3]);
  struct { double x, other; } points[4] = {{1, 0}, {2, 0}, {4, 0}, {8, 0}};
  for (int pass = 0; pass < 2; pass++) {
    r = __enzyme_batch_four((void *)scale, enzyme_width, 4, enzyme_buffer, sizeof points[0], points, 2.0 + pass);
    printf("%g %g %g %g\n", r.lane[0], r.lane[1], r.lane[2], r.lane[3]);
  }
  two h = __enzyme_batch_two((void *)half, enzyme_width, 2, enzyme_vector, 1.0, 3.0, enzyme_vector, 2, 4);
  printf("%g %g\n", h.lane[0], h.lane[1]);
  double out[2][3];
  __enzyme_batch((void *)fill, enzyme_width, 2, enzyme_buffer, sizeof out[0], out, enzyme_vector, 1.0, 10.0, enzyme_scalar, 3);
  printf("%g %g %g %g\n", out[0][0], out[0][2], out[1][0], out[1][2]);
}
// prints: 5 10 15 20
// prints: 2 4 8 16
// prints: 3 6 12 24
// prints: 0.5 0.75
// prints: 1 3 10 30
// feature: batch
