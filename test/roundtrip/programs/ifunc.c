#include <stdio.h>
static int generic(int x) { return x + 1; }
static int fast(int x) { return x + 100; }
static int (*resolve(void))(int) { return sizeof(void *) == 8 ? fast : generic; }
int dispatched(int) __attribute__((ifunc("resolve")));
int main(void) {
  printf("%d %d\n", dispatched(1), generic(1));
  return 0;
}
