#include <stdio.h>
static int state = 10;
__attribute__((constructor(102))) static void init(void) { printf("b %d\n", state++); }
__attribute__((destructor(102))) static void fini(void) { printf("b out %d\n", state); }
__attribute__((used)) static int kept = 4;
static int real(void) { return state; }
int from_b(void) __attribute__((alias("real")));
static int (*choose(void))(void) { return real; }
int chosen(void) __attribute__((ifunc("choose")));
