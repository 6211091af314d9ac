// Callbacks that return nothing and write through their context: a struct, a number, nothing.
#include <stdio.h>
typedef void (*each)(void *, double, int);
static void iterate(const double *v, int n, each g, void *context) __attribute__((noinline));
static void iterate(const double *v, int n, each g, void *context) { for (int i = 0; i < n; i++) g(context, v[i], i); }
struct sum { double sum, last; int n; };
static void add(void *context, double v, int i) { struct sum *s = context; s->sum += v * i, s->last = v, s->n++; }
static void multiply(void *context, double v, int i) { double *p = context; *p *= v + i; }
static void show(void *context, double v, int i) { (void)context; if (v > 1e9) printf("%d", i); }
double f(double *v, int n) {
  struct sum s = {0, 0, 0};
  double product = 1;
  iterate(v, n, add, &s);
  iterate(v, n, multiply, &product);
  iterate(v, n, show, 0);
  return s.sum * product + s.last * s.n;
}
// function: f
// at: v = [0.5, 1.5, -0.7, 1.1], n = 4
// gradient: finite-differences
// feature: function-pointers
