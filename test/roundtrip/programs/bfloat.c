// clang: >=19
// run: no
#include <stdio.h>
static __bf16 table[] = {(__bf16)1.0f, (__bf16)3.140625f, (__bf16)-0.0078125f};
typedef __bf16 b8 __attribute__((vector_size(16)));
static float widen(b8 v, int i) { return (float)v[i]; }
int main(void) {
  __bf16 s = (__bf16)0.0f;
  for (int i = 0; i < 3; i++) s += table[i] * table[i];
  printf("%f\n", (double)(float)s);
  b8 v = {(__bf16)1.0f, (__bf16)2.0f};
  v += v;
  printf("%f %f\n", widen(v, 0), widen(v, 1));
  return 0;
}
