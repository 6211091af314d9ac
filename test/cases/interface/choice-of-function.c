// The function to differentiate is one of two or three, as the program decides.
#include <math.h>
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static double f(double x) { return x * x; }
static double g(double x) { return exp(x); }
static double h(double x) { return 1 / x; }
__attribute__((noinline)) static double slope(int which, double x) {
  return __enzyme_autodiff(which ? (void *)f : (void *)g, x);
}
__attribute__((noinline)) static double sum(int which, double x) {
  double s = 0;
  for (int i = 1; i < 3; i++) s += i * __enzyme_fwddiff(which == 0 ? (void *)f : which == 1 ? (void *)g : (void *)h, x, 1.0);
  return s;
}
int main(void) {
  printf("%g %g\n", slope(1, 3), slope(0, 0));
  printf("%g %g %g\n", sum(0, 3), sum(1, 0), sum(2, 2));
}
// prints: 6 1
// prints: 18 3 -0.75
// feature: activity
