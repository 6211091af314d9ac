#include <stdio.h>
int buffer[16];
int both;
int answer(void) { return 42; }
__attribute__((weak)) int fallback(void) { return 3; }
__asm__(".globl from_module_asm\nfrom_module_asm:\n  movl $7, %eax\n  ret\n");
int from_module_asm(void);
__attribute__((weak, visibility("hidden"))) int hidden_one(void) { return 9; }
int fill(void) {
  for (int i = 0; i < 16; i++) buffer[i] = i + both;
  return from_module_asm() + buffer[15] + hidden_one();
}
