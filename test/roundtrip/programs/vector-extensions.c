#include <stdio.h>
typedef float f4 __attribute__((vector_size(16)));
typedef int i4 __attribute__((vector_size(16)));
typedef double d4 __attribute__((vector_size(32)));
typedef unsigned char b16 __attribute__((vector_size(16)));
typedef float f3 __attribute__((ext_vector_type(3)));
__attribute__((noinline)) static void scale(d4 *a, double s) { *a = *a * s + (d4){1, 2, 3, 4}; }
__attribute__((noinline)) static f4 mix(f4 a, f4 b) {
  i4 m = a < b;
  return (f4)((m & (i4)a) | (~m & (i4)b));
}
int main(void) {
  f4 a = {1, 5, 3, 7}, b = {4, 2, 6, 0};
  f4 m = mix(a, b);
  f4 r = __builtin_shufflevector(a, b, 0, 5, 2, 7);
  for (int i = 0; i < 4; i++) printf("%g %g | ", m[i], r[i]);
  d4 d = {0.5, 0.25, 0.125, 1};
  scale(&d, 3);
  printf("%g %g %g %g\n", d[0], d[1], d[2], d[3]);
  b16 bytes = {0};
  for (int i = 0; i < 16; i++) bytes[i] = (unsigned char)(i * 17);
  bytes = bytes >> 1 ^ bytes;
  int s = 0;
  for (int i = 0; i < 16; i++) s += bytes[i];
  printf("%d\n", s);
  f3 c = {1, 2, 3};
  f3 e = c.zyx * 2.0f;
  printf("%g %g %g\n", e.x, e.y, e.z);
  i4 q = __builtin_convertvector(a, i4);
  printf("%d %d\n", q[1] / q[0], q[3] % q[2]);
  return 0;
}
