// flags: -mf16c
#include <stdio.h>
static __fp16 store[4] = {1.0f, 2.5f, -0.125f, 1000.0f};
int main(void) {
  float s = 0;
  for (int i = 0; i < 4; i++) {
    s += store[i];
    store[i] = store[i] * 0.5f;
  }
  printf("%g %g\n", s, (float)store[3]);
  return 0;
}
