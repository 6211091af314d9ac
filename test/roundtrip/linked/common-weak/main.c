// flags: -fcommon
#include <stdio.h>
int buffer[4];
int both;
__attribute__((weak)) int answer(void) { return 1; }
__attribute__((weak)) int fallback(void) { return 2; }
extern int absent(void) __attribute__((weak));
int fill(void);
int main(void) {
  both = 5;
  printf("%d %d %d %d %d\n", fill(), buffer[3], answer(), fallback(), absent ? 1 : 0);
  return both;
}
