// flags: -fstack-protector-all -fcf-protection=full -fsplit-stack -D_FORTIFY_SOURCE=2 -U_FORTIFY_SOURCE -ftrapv
// run: no
#include <string.h>
#include <alloca.h>
int sum(const char *s, int n) {
  char buffer[64];
  strncpy(buffer, s, 63);
  char *more = alloca((unsigned long)n);
  memset(more, 1, (unsigned long)n);
  int t = 0;
  for (int i = 0; i < n; i++) t += buffer[i & 63] * more[i];
  return t;
}
__attribute__((naked)) void bare(void) { __asm__("ret"); }
__attribute__((regparm(3), preserve_most)) int odd(int a) { return a; }
__attribute__((optnone, noinline, cold)) int slow(int a) { return a * 3; }
__attribute__((hot, flatten, minsize)) int small(int a) { return slow(a) + 1; }
__attribute__((no_sanitize("address"), target("avx"))) double wide(double a) { return a; }
__attribute__((const)) int pure_one(int a) { return a; }
__attribute__((malloc, alloc_size(1), returns_nonnull, assume_aligned(16))) void *get(unsigned long n);
void *use(void) { return get(10); }
