// More variable arguments than registers, structs among them, long double; a list written to a stream; a recursive function.
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

struct pair { double a, b; };
struct large { double v[4]; int n; };

__attribute__((noinline)) static double many(int n, ...) {
  va_list list;
  va_start(list, n);
  double s = 0;
  for (int i = 0; i < n; i++) s = s * 0.5 + sin(va_arg(list, double));
  va_end(list);
  return s;
}

__attribute__((noinline)) static double structs(int n, double first, ...) {
  va_list list;
  va_start(list, first);
  double s = first;
  for (int i = 0; i < n; i++) {
    struct pair p = va_arg(list, struct pair);
    struct large l = va_arg(list, struct large);
    long double e = va_arg(list, long double);
    s += p.a * p.b + l.v[0] * l.v[l.n] * (double)e;
  }
  va_end(list);
  return s;
}

__attribute__((noinline)) static void note(char *to, const char *format, ...) {
  va_list list;
  va_start(list, format);
  vsnprintf(to, 64, format, list);
  va_end(list);
}

static double alternating(int n, ...) {
  va_list list;
  va_start(list, n);
  double a = va_arg(list, double), b = va_arg(list, double);
  va_end(list);
  return n == 0 ? a * b : alternating(n - 1, b, a * sin(b)) + a;
}

double variable(const double *x) {
  struct pair p = {x[0], x[1] * x[2]}, q = {x[2], x[3]};
  struct large l = {{x[1], x[2], x[3], x[0]}, 3};
  char text[64];
  note(text, "%g %d", x[0], 3);
  double s = many(11, x[0], x[1], x[2], x[3], x[0], x[1], x[2], x[3], x[0] * x[1], x[2], x[3]);
  s += structs(2, x[0], p, l, (long double)x[1], q, l, (long double)x[2] * x[0]);
  s += structs(5, x[3], p, l, 1.0L, q, l, (long double)x[2], p, l, 2.0L, q, l, 3.0L, q, l, 4.0L);
  return s + alternating(3, x[0], x[3]) + (text[0] == '0' ? x[1] : 0);
}

// function: variable
// at: x = [0.8, -1.1, 0.6, 1.7]
// gradient: finite-differences
// feature: variadic
