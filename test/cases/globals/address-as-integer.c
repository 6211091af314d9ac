// A record on the stack holds the address of a global buffer, which the optimiser stores as an integer.
#include <stdint.h>
static double buffer[4];
typedef struct { double *at; } record;
__attribute__((noinline)) static void squares(double *to, const double *x) { for (int i = 0; i < 4; i++) to[i] = x[i] * x[i]; }
__attribute__((noinline)) static void fill(record *r, const double *x) { if (((uintptr_t)r & 7) == 0) squares(r->at, x); }
__attribute__((noinline)) static double sum(const record *r) {
  double s = 0;
  for (int i = 0; i < 4; i++) s += r->at[i] * r->at[i];
  return s;
}
double f(const double *x, int n) {
  record r[2] = {{buffer}, {0}};
  r[n & 1].at = buffer;
  fill(&r[0], x);
  return sum(&r[0]) + buffer[0];
}
// function: f
// at: x = [0.3, -0.7, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: globals, pointers
