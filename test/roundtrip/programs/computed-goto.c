#include <stdio.h>
enum { PUSH, ADD, MUL, DUP, JNZ, DEC, PRINT, HALT };
static int run(const int *code) {
  static const void *const table[] = {&&push, &&add, &&mul, &&dup, &&jnz, &&dec, &&print, &&halt};
  int stack[32], sp = 0, pc = 0;
#define NEXT goto *table[code[pc++]]
  NEXT;
push:
  stack[sp++] = code[pc++];
  NEXT;
add:
  sp--;
  stack[sp - 1] += stack[sp];
  NEXT;
mul:
  sp--;
  stack[sp - 1] *= stack[sp];
  NEXT;
dup:
  stack[sp] = stack[sp - 1];
  sp++;
  NEXT;
jnz : {
  int to = code[pc++];
  if (stack[sp - 1]) pc = to;
  NEXT;
}
dec:
  stack[sp - 1]--;
  NEXT;
print:
  printf("%d\n", stack[sp - 1]);
  NEXT;
halt:
  return stack[sp - 1];
}
static void *labels(int which) {
  void *p[] = {&&a, &&b};
  return p[which];
a:
b:
  return 0;
}
int main(void) {
  const int code[] = {PUSH, 5, PRINT, DEC, JNZ, 2, PUSH, 6, DUP, MUL, PUSH, 6, ADD, PRINT, HALT};
  return run(code) + (labels(0) == labels(1) ? 0 : 1) - 42;
}
