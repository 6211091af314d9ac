#include <setjmp.h>
#include <stdio.h>
static jmp_buf env;
__attribute__((noreturn)) static void fail(int code) { longjmp(env, code); }
static int depth(int n) {
  if (n == 0) fail(7);
  return depth(n - 1) + 1;
}
int main(void) {
  volatile int tries = 0;
  int code = setjmp(env);
  if (tries++ < 3) {
    printf("try %d code %d\n", tries, code);
    depth(tries * 2);
  }
  printf("done %d %d\n", tries, code);
  return code;
}
