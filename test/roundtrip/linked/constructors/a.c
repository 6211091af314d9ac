#include <stdio.h>
static int state = 1;
__attribute__((constructor(101))) static void init(void) { printf("a %d\n", state++); }
__attribute__((destructor)) static void fini(void) { printf("a out %d\n", state); }
__attribute__((used)) static int kept = 3;
int from_b(void);
int main(void) {
  printf("main %d %d\n", state, from_b());
  return 0;
}
