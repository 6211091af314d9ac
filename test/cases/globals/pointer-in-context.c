// A global record with a number and pointers: one set by the function, one before it, to numbers that are constant to it.
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static struct { const double *data, *weights; double sum; } context;
__attribute__((noinline)) static void begin(const double *x) { context.data = x, context.sum = 1; }
__attribute__((noinline)) static void add(int i) { context.sum += context.sum * context.data[i] * context.weights[i]; }
double f(const double *x, int n) {
  begin(x);
  for (int i = 0; i < n; i++) add(i);
  return context.sum;
}
int main(void) {
  static const double weights[2] = {2, 3};
  double x[2] = {1, 2}, dx[2] = {0}, t[2] = {0, 1};
  context.weights = weights;
  __enzyme_autodiff((void *)f, x, dx, 2); // (1 + 2 x0) (1 + 3 x1)
  printf("%g %g\n", dx[0], dx[1]);
  printf("%g\n", __enzyme_fwddiff((void *)f, x, t, 2));
}
// prints: 14 9
// prints: 9
// feature: globals, pointers
