// clang: >=14
#include <stdio.h>
typedef __float128 quad;
static quad constants[] = {1.0Q, 0.1Q, -2.5Q};
static quad horner(quad x) {
  quad r = 0;
  for (int i = 0; i < 3; i++) r = r * x + constants[i];
  return r;
}
static __int128 wide(__int128 a, long b) { return a * b + ((__int128)1 << 100); }
int main(void) {
  printf("%.12f %d\n", (double)horner(1.5Q), horner(2.0Q) > 1.0Q);
  unsigned __int128 u = (unsigned __int128)wide(123456789012345LL, -987654321L);
  printf("%llx %llx\n", (unsigned long long)(u >> 64), (unsigned long long)u);
  printf("%llu\n", (unsigned long long)(u % 1000000007u));
  return 0;
}
