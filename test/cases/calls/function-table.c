// A constant table, indexed at run time in a loop; one of the entries comes from the C library.
#include <math.h>
typedef double (*unary)(double);
static double soft(double x) { return log(1 + exp(x)); }
static double squared(double x) { return x * x; }
static const unary table[3] = {soft, squared, sin};
double f(double x, const int *which, int n) {
  for (int i = 0; i < n; i++) x = table[which[i]](x) + 0.1 * x;
  return x;
}
// function: f
// at: x = 0.73, which = [1, 0, 2, 2, 1, 0], n = 6
// gradient: finite-differences
// feature: function-pointers
