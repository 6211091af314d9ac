// clang: >=16
#include <stdio.h>
typedef _Float16 h8 __attribute__((vector_size(16)));
static _Float16 table[] = {1.0f16, 0.5f16, 65504.0f16, 6e-8f16};
static _Float16 fma16(_Float16 a, _Float16 b, _Float16 c) { return a * b + c; }
int main(void) {
  _Float16 sum = 0;
  for (int i = 0; i < 4; i++) {
    sum += table[i] / (_Float16)3;
    printf("%.6f %.6f\n", (double)table[i], (double)sum);
  }
  h8 v = {1, 2, 3, 4, 5, 6, 7, 8};
  v = v * v - (h8){1, 1, 1, 1, 2, 2, 2, 2};
  for (int i = 0; i < 8; i++) printf("%g ", (double)v[i]);
  printf("%g\n", (double)fma16(1.5f16, 2.0f16, -0.25f16));
  return (int)(sum > (_Float16)100);
}
