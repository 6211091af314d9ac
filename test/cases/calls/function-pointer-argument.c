// The differentiated function takes the function itself, and a state with a function pointer whose shadow is all zero.
#include <math.h>
#include <stdio.h>
int enzyme_const, enzyme_dup, enzyme_out;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
typedef double (*unary)(double);
struct state { unary step; double gain; };
static double f(unary g, double x) { return g(x) * x; }
static double h(struct state *s, double x) { return s->gain * s->step(x * s->gain); }
static double cube(double x) { return x * x * x; }
static double wave(double x) { return sin(x); }
unary volatile chosen[2] = {cube, wave};
int main(void) {
  for (int i = 0; i < 2; i++) {
    printf("%.6f %.6f\n", __enzyme_autodiff((void *)f, enzyme_const, chosen[i], enzyme_out, 0.5), __enzyme_fwddiff((void *)f, enzyme_const, chosen[i], enzyme_dup, 0.5, 1.0));
    struct state s = {chosen[i], 1.5}, d = {0};
    double dx = __enzyme_autodiff((void *)h, enzyme_dup, &s, &d, enzyme_out, 0.5);
    printf("%.6f %.6f\n", dx, d.gain);
    d.gain = 1;
    printf("%.6f\n", __enzyme_fwddiff((void *)h, enzyme_dup, &s, &d, enzyme_dup, 0.5, 0.0));
  }
  return 0;
}
// prints: 0.500000 0.500000
// prints: 3.796875 1.687500
// prints: 1.687500
// prints: 0.918217 0.918217
// prints: 1.646300 1.230405
// prints: 1.230405
// feature: function-pointers
