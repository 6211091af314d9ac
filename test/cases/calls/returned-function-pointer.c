// Functions that return functions, functions in memory that are overwritten, recursion through a pointer.
#include <math.h>
typedef double (*unary)(double);
typedef double (*step)(void *, double, int);
static double twice(double x) { return 2 * x * x; }
static double root(double x) { return sqrt(x + 1); }
__attribute__((noinline)) static unary choose(int k) { return k % 2 ? twice : k % 3 ? root : exp; }
static double again(void *self, double x, int n) {
  step *s = self;
  return n > 0 ? sin(x) * (*s)(self, x + 0.1 * n, n - 1) : x;
}
double f(double x, double y, int n) {
  unary slot[2] = {choose(0), choose(1)};
  step s = again;
  double sum = 0;
  for (int i = 0; i < n; i++) {
    sum += slot[i % 2](x) * y;
    slot[i % 2] = choose(i + (x > 0));
  }
  return sum + again(&s, y, n);
}
// function: f
// at: x = 0.6, y = 0.9, n = 5
// gradient: finite-differences
// feature: function-pointers
