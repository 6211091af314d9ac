#include <stdarg.h>
#include <stdio.h>
struct big {
  long a, b, c;
};
struct small {
  float x, y;
};
static double sum(const char *kinds, ...) {
  va_list list, copy;
  va_start(list, kinds);
  va_copy(copy, list);
  double total = 0;
  for (const char *k = kinds; *k; k++) switch (*k) {
    case 'i':
      total += va_arg(list, int);
      break;
    case 'd':
      total += va_arg(list, double);
      break;
    case 'l':
      total += va_arg(list, long);
      break;
    case 'L':
      total += (double)va_arg(list, long double);
      break;
    case 'b': {
      struct big b = va_arg(list, struct big);
      total += b.a + b.b + b.c;
      break;
    }
    case 's': {
      struct small s = va_arg(list, struct small);
      total += s.x * s.y;
      break;
    }
    }
  va_end(list);
  printf("first again: %d\n", va_arg(copy, int));
  va_end(copy);
  return total;
}
static int forward(const char *format, ...) {
  va_list list;
  va_start(list, format);
  int n = vprintf(format, list);
  va_end(list);
  return n;
}
int main(void) {
  printf("%g\n", sum("idlLbs", 1, 2.5, 3L, 4.25L, (struct big){1, 2, 3}, (struct small){1.5f, 2.f}));
  return forward("%s %d %c %.3f %lld\n", "text", 5, 'x', 3.14159, 1LL << 40) & 0x7f;
}
