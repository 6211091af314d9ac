#include <limits.h>
#include <stdio.h>
#include <stdint.h>
int main(void) {
  int r;
  long l;
  unsigned u;
  printf("%d %d %d ", __builtin_add_overflow(INT_MAX, 1, &r), __builtin_mul_overflow(1L << 62, 4L, &l),
         __builtin_sub_overflow(1u, 2u, &u));
  printf("%d %ld %u\n", r, l, u);
  printf("%d %d %d %d %x %llx\n", __builtin_popcount(0xf0f0), __builtin_clz(1), __builtin_ctzll(1ULL << 40),
         __builtin_parity(7), __builtin_bswap32(0x12345678), (unsigned long long)__builtin_bitreverse64(1));
  printf("%d %d\n", __builtin_constant_p(r), __builtin_expect(r < 0, 1));
  int8_t s = (int8_t)200;
  uint16_t h = (uint16_t)-1;
  printf("%d %d %d\n", s, h, (s >> 2) ^ h);
  if (__builtin_unpredictable(u > 5)) puts("big");
  printf("%u %u\n", __builtin_rotateleft32(0x80000001u, 3), (unsigned)__builtin_abs(-5));
  __builtin_prefetch(&r, 0, 3);
  __builtin_assume(l >= 0);
  return 0;
}
