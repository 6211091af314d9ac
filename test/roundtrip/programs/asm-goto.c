#include <stdio.h>
static int sign(int x) {
  __asm__ goto("testl %0, %0\n\tjs %l[negative]\n\tjz %l[zero]" : : "r"(x) : "cc" : negative, zero);
  return 1;
negative:
  return -1;
zero:
  return 0;
}
int main(void) {
  for (int i = -2; i < 3; i++) printf("%d ", sign(i));
  puts("");
  return 0;
}
