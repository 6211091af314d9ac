// Functions with a variable number of arguments: read in loops, by kinds, from a copied list, handed on as a list.
#include <math.h>
#include <stdarg.h>

static double sum(int n, ...) {
  va_list list;
  va_start(list, n);
  double s = 0;
  for (int i = 0; i < n; i++) {
    double v = va_arg(list, double);
    s += v * sin(v);
  }
  va_end(list);
  return s;
}

__attribute__((noinline)) static double gather(const char *kinds, va_list list) {
  double s = 1;
  for (; *kinds; kinds++) {
    if (*kinds == 'd') s *= va_arg(list, double);
    if (*kinds == 'i') s += va_arg(list, int);
    if (*kinds == 'p') {
      const double *p = va_arg(list, const double *);
      s += p[0] * p[1];
    }
  }
  return s;
}

static double twice(const char *kinds, ...) {
  va_list list, again;
  va_start(list, kinds);
  va_copy(again, list);
  double a = gather(kinds, list), b = gather(kinds, again);
  va_end(list);
  va_end(again);
  return a + b * b;
}

static void put(double *to, int n, ...) {
  va_list list;
  va_start(list, n);
  for (int i = 0; i < n; i++) *va_arg(list, double *) = to[i] * to[i];
  va_end(list);
}

double variable(double *x) {
  double out[2];
  put(x, 2, &out[0], &out[1]);
  return sum(3, x[0], x[1] * x[2], x[2]) + sum(1, x[3]) + twice("dipd", x[0], 3, x + 1, x[3]) + out[0] * out[1];
}

// function: variable
// at: x = [0.8, -1.1, 0.6, 1.7]
// gradient: finite-differences
// feature: variadic
// since: 19
