#include <stdio.h>
static int order;
__attribute__((constructor(200))) static void second(void) { printf("second %d\n", ++order); }
__attribute__((constructor(150))) static void first(void) { printf("first %d\n", ++order); }
__attribute__((constructor)) static void last(void) { printf("last %d\n", ++order); }
__attribute__((destructor)) static void bye(void) { printf("bye %d\n", ++order); }
static void cleanup(int *p) { printf("cleanup %d\n", *p); }
int main(void) {
  __attribute__((cleanup(cleanup))) int local = 42;
  printf("main %d\n", order);
  return order;
}
