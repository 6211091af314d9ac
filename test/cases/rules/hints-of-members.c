// Bytes of unknown type, copied as they are: each hint is about some of them.
#include <stdio.h>
#include <string.h>
void __enzyme_autodiff(void *, ...);
void __enzyme_float(void *, ...);
void __enzyme_integer(void *, ...);
struct record { float a, b; long count; };
__attribute__((noinline)) static void move(void *to, void *from) {
  __enzyme_float(from, 8ul);
  __enzyme_integer((char *)from + 8, 8ul);
  memcpy(to, from, sizeof(struct record));
}
int main(void) {
  struct record from = {1, 2, 3}, dfrom = {0, 0, 0}, to, dto = {5, 6, 0};
  __enzyme_autodiff((void *)move, &to, &dto, &from, &dfrom);
  printf("%ld %g %g %g\n", to.count, dfrom.a, dfrom.b, dto.a);
}
// prints: 3 5 6 0
// feature: type-hints
