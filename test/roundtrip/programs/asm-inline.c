#include <stdio.h>
__asm__(".globl answer_from_asm\nanswer_from_asm:\n  movl $42, %eax\n  ret\n# \"quoted\" \\ text\n");
int answer_from_asm(void);
static unsigned long long rotate(unsigned long long x, unsigned char n) {
  __asm__("rolq %%cl, %0" : "+r"(x) : "c"(n) : "cc");
  return x;
}
static int add_pair(int a, int b, int *carry) {
  int sum;
  unsigned char c;
  __asm__ volatile("addl %3, %0\n\tsetc %1" : "=r"(sum), "=q"(c) : "0"(a), "r"(b) : "cc");
  *carry = c;
  return sum;
}
int main(void) {
  int carry;
  unsigned eax = 0, ebx, ecx, edx;
  printf("%d %llx\n", answer_from_asm(), rotate(0x8000000000000001ULL, 4));
  printf("%d", add_pair(-1, 2, &carry));
  printf(" %d\n", carry);
  __asm__ volatile("cpuid" : "+a"(eax), "=b"(ebx), "=c"(ecx), "=d"(edx));
  __asm__ __volatile__("" ::: "memory");
  int x = 3;
  __asm__("" : "+m"(x));
  printf("%d %d\n", x, eax > 0);
  return 0;
}
