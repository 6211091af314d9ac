// Rules for functions that an optimiser sees through: one returns its argument, one a constant, one nothing at all.
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static double reversed(double x) { return x; }
static double reversed_augmented(double x) { return x; }
static double reversed_gradient(double x, double seed) { return -seed; }
static double reversed_tangent(double x, double dx) { return -dx; }
void *__enzyme_register_gradient_reversed[] = {(void *)reversed, (void *)reversed_augmented, (void *)reversed_gradient};
void *__enzyme_register_derivative_reversed[] = {(void *)reversed, (void *)reversed_tangent};
static inline double seven(double x) { return 7; }
static double seven_augmented(double x) { return 7; }
static double seven_gradient(double x, double seed) { return 5 * seed; }
static double seven_tangent(double x, double dx) { return 5 * dx; }
void *__enzyme_register_gradient_seven[] = {(void *)seven, (void *)seven_augmented, (void *)seven_gradient};
void *__enzyme_register_derivative_seven[] = {(void *)seven, (void *)seven_tangent};
__attribute__((always_inline)) static inline void clip(double *x) {}
static void clip_augmented(double *x, double *dx) {}
static void clip_gradient(double *x, double *dx) { if (*dx > 1) *dx = 1; }
static void clip_tangent(double *x, double *dx) { if (*dx > 1) *dx = 1; }
void *__enzyme_register_gradient_clip[] = {(void *)clip, (void *)clip_augmented, (void *)clip_gradient};
void *__enzyme_register_derivative_clip[] = {(void *)clip, (void *)clip_tangent};
static double f(double x) { return x * x + reversed(x); }
static double g(double x) { return x * seven(x); }
static double h(double x) { double y = x; clip(&y); return y; }
static double k(double x) { double y = 100 * x; clip(&y); return y * 100; }
volatile double x = 3;
int main(void) {
  printf("%g %g\n", __enzyme_autodiff((void *)f, x), __enzyme_fwddiff((void *)f, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)g, x), __enzyme_fwddiff((void *)g, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)h, x), __enzyme_fwddiff((void *)h, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)k, x), __enzyme_fwddiff((void *)k, x, 1.0));
  printf("%g %g %g\n", f(x), g(x), k(x));
}
// prints: 5 5
// prints: 22 22
// prints: 1 1
// prints: 100 100
// prints: 12 21 30000
// feature: custom-rules
