#include <stdio.h>
#include <string.h>
struct flags {
  unsigned a : 3;
  signed b : 5;
  unsigned long long c : 40;
  unsigned : 0;
  _Bool d : 1;
  unsigned char e : 7;
};
struct __attribute__((packed)) packed {
  char tag;
  int value;
  short tail;
};
union word {
  float f;
  unsigned u;
  unsigned char bytes[4];
};
int main(void) {
  struct flags f = {5, -7, 0x123456789aULL, 1, 99};
  for (int i = 0; i < 10; i++) {
    f.a += 3;
    f.b ^= i;
    f.c = f.c * 3 + i;
    f.d = !f.d;
    f.e -= i;
    printf("%u %d %llx %d %u\n", f.a, f.b, (unsigned long long)f.c, f.d, f.e);
  }
  struct packed p[3];
  memset(p, 0, sizeof p);
  p[1].value = -5;
  p[2].tail = 300;
  printf("%zu %d %d\n", sizeof p, p[1].value, p[2].tail);
  union word w;
  w.f = 1.5f;
  printf("%08x %d\n", w.u, w.bytes[3]);
  return f.a;
}
