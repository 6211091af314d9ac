// The functions of a rule are differentiated themselves when a derivative is: f = x * cube(x), twice.
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static double cube(double x) { return x * x * x; }
struct kept { void *tape; double result; };
static struct kept cube_augmented(double x) { return (struct kept){0, x * x * x}; }
static double cube_gradient(double x, double seed, void *tape) { return 3 * x * x * seed; }
static double cube_tangent(double x, double dx) { return 3 * x * x * dx; }
void *__enzyme_register_gradient_cube[] = {(void *)cube, (void *)cube_augmented, (void *)cube_gradient};
void *__enzyme_register_derivative_cube[] = {(void *)cube, (void *)cube_tangent};
static double f(double x) { return x * cube(x); }
static double forward(double x) { return __enzyme_fwddiff((void *)f, x, 1.0); }
volatile double x = 2;
int main(void) {
  printf("%g %g\n", __enzyme_autodiff((void *)f, x), forward(x));
  printf("%g %g\n", __enzyme_autodiff((void *)forward, x), __enzyme_fwddiff((void *)forward, x, 1.0));
}
// prints: 32 32
// prints: 48 48
// feature: custom-rules
