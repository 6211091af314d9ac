#include <math.h>
#include <stdio.h>
static const long double table[] = {
    1.0L, 0.1L, 1e4000L, 3.3621031431120935063e-4932L, -0.0L, 3.14159265358979323846264338327950288L};
static long double series(int n) {
  long double s = 0;
  for (int i = 1; i <= n; i++) s += 1.0L / ((long double)i * i);
  return s;
}
int main(void) {
  for (unsigned i = 0; i < sizeof table / sizeof *table; i++) printf("%.20Lg %La\n", table[i], table[i]);
  printf("%.15Lf %.15Lf\n", series(1000), sqrtl(series(100) * 6));
  long double inf = INFINITY, nan = NAN;
  printf("%d %d %Lg\n", isinf(inf) != 0, nan != nan, -inf);
  double d = (double)table[1];
  float f = (float)table[5];
  long long n = (long long)(table[5] * 1e15L);
  printf("%a %a %lld\n", d, (double)f, n);
  unsigned char bytes[16] = {0};
  __builtin_memcpy(bytes, &table[5], 10);
  for (int i = 0; i < 10; i++) printf("%02x", bytes[i]);
  puts("");
  return 0;
}
