// A function as at reduced precision: in a narrower format, or with fewer bits; with what it calls, its branches and its derivative.
#include <math.h>
#include <stdio.h>
typedef double function(double, double);
function *__enzyme_truncate_op_func(void *, ...);
typedef float function_float(float, float);
function_float *__enzyme_truncate_op_func_float(void *, ...);
double __enzyme_fwddiff(void *, ...);
double __enzyme_autodiff(void *, ...);
static double divide(double a, double b) { return a / b; }
__attribute__((noinline)) static double inner(double x) { return sqrt(x) + 0.1; }
static double work(double a, double b) {
  double s = 0;
  for (int i = 0; i < 100; i++) s += a > b ? inner(a * i) : b / (i + 1);
  return s;
}
static float inner_float(float x) { return sqrtf(x) + 0.1f; }
static float work_float(float a, float b) {
  float s = 0;
  for (int i = 0; i < 100; i++) s += a > b ? inner_float(a * i) : b / (i + 1);
  return s;
}
static float multiply(float a, float b) { return a * b; }
static double add(double a, double b) { return a + b; }
static double square_root(double a, double b) { return sqrt(a) * b; }
__attribute__((noinline)) static double slope(double a, double b) { return __enzyme_fwddiff((void *)__enzyme_truncate_op_func((void *)square_root, 64, 5, 10), a, 1.0, b, 0.0); }
volatile double one = 1, three = 3;
int main(void) {
  function *narrow = __enzyme_truncate_op_func((void *)divide, 64, 32);
  printf("%d", narrow(one, three) == (double)(1.0f / 3.0f));
  function *loop = __enzyme_truncate_op_func((void *)work, 64, 32);
  printf("%d%d\n", loop(2.1, 1) == work_float(2.1f, 1), loop(1, 2.1) == work_float(1, 2.1f));
  function *half = __enzyme_truncate_op_func((void *)divide, 64, 16), *bits = __enzyme_truncate_op_func((void *)divide, 64, 5, 10);
  printf("%.17g %.17g %d\n", half(one, three), half(2, 3), half(one, 7) == bits(one, 7));
  // Too large, and too small: subnormal numbers of the narrow format are multiples of 2^-24.
  printf("%g %g %g %g %g\n", half(65519, one), half(65520, one), half(-1e300, one), half(0x1.8p-24, one) * 0x1p24, half(-0x1p-26, one));
  printf("%d %d %d\n", isnan(half(NAN, one)) != 0, isinf(half(-INFINITY, one)) != 0, signbit(half(-0.0, one)) != 0);
  // Ties go to the even neighbour.
  function *coarse = __enzyme_truncate_op_func((void *)add, 64, 11, 2);
  printf("%g %g %g %g\n", coarse(4, 0.5), coarse(5, 0.5), coarse(1e300, 1), coarse(1.1, 0));
  function_float *brain = __enzyme_truncate_op_func_float((void *)multiply, 32, 8, 7);
  printf("%.9g %.9g\n", brain(1.0f / 3, 1), brain(3e38f, 2));
  printf("%g %g\n", slope(4, three), slope(2, 1));
}
// prints: 111
// prints: 0.333251953125 0.66650390625 1
// prints: 65504 inf -inf 2 -0
// prints: 1 1 1
// prints: 4 6 1.00454e+300 1
// prints: 0.333984375 inf
// prints: 0.75 0.353553
// feature: rounding
