// Functions of the right type that cannot be differentiated and are not called; one that asks for a derivative itself.
#include <math.h>
#include <stdio.h>
int enzyme_const, enzyme_dup, enzyme_out;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
typedef double (*unary)(double);
static double square(double x) { return x * x; }
static double hidden(double x) { __asm__("sqrtsd %0, %0" : "+x"(x)); return x; }
static double slope(double x) { return __enzyme_fwddiff((void *)square, enzyme_dup, x * x, 1.0); }
double unavailable(double) __attribute__((weak));
unary hooks[4] = {square, hidden, slope, unavailable};
static double f(double x, int k) __attribute__((noinline));
static double f(double x, int k) { return hooks[k](x) * x; }
int main(void) {
  for (int k = 0; k < 3; k += 2)
    printf("%g %g\n", __enzyme_autodiff((void *)f, enzyme_out, 1.5, enzyme_const, k), __enzyme_fwddiff((void *)f, enzyme_dup, 1.5, 1.0, enzyme_const, k));
  hooks[1] = hooks[3];
  return 0;
}
// prints: 6.75 6.75
// prints: 13.5 13.5
// feature: function-pointers
