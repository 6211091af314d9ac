// A constant buffer takes numbers that nobody reads back, through a function that also reads constant data.
#include <stdio.h>
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
typedef struct { double *log; const double *weights; } context;
__attribute__((noinline)) static double step(const context *c, double x, int i) {
  c->log[i] = x;
  return x * x * (i + 1);
}
double f(const context *c, const double *w, const double *x) {
  double s = 0;
  for (int i = 0; i < 3; i++) s += step(c, x[i], i) * w[i];
  return s;
}
int main(void) {
  double x[3] = {1, 2, 3}, dx[3] = {0}, w[3] = {1, 2, 4}, log[3];
  context c = {log, w};
  __enzyme_autodiff((void *)f, enzyme_const, &c, enzyme_const, w, x, dx);
  printf("%g %g %g, %g\n", dx[0], dx[1], dx[2], log[2]);
}
// prints: 2 16 72, 3
// feature: activity
