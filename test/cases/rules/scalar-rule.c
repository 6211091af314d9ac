// A number to a number: the augmented function keeps a state, the gradient returns ten times the true derivative.
// In a loop, nested, and where nothing is active.
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static double cube(double x) { return x * x * x; }
struct kept { void *tape; double result; };
static struct kept cube_augmented(double x) {
  double *t = malloc(sizeof *t);
  *t = x;
  return (struct kept){t, x * x * x};
}
static double cube_gradient(double x, double seed, void *tape) {
  double t = *(double *)tape;
  free(tape);
  return x == t ? 10 * 3 * t * t * seed : -1;
}
static double cube_tangent(double x, double dx) { return 10 * 3 * x * x * dx; }
void *__enzyme_register_gradient_cube[] = {(void *)cube, (void *)cube_augmented, (void *)cube_gradient};
void *__enzyme_register_derivative_cube[] = {(void *)cube, (void *)cube_tangent};
static double inner(double x, int n) {
  double s = 0;
  for (int i = 1; i <= n; i++) s += cube(x * i);
  return s;
}
static double outer(double x, int n) { return x * inner(x, n) + cube(2) + (n > 5 ? outer(x, n - 5) : 0); }
volatile double x = 1;
int main(void) {
  // inner(1) = 1 + 8 + 27, its derivative 30 * (1 + 8 + 27)
  printf("%g\n", __enzyme_autodiff((void *)outer, x, 3));
  printf("%g\n", __enzyme_fwddiff((void *)outer, x, 1.0, 3));
  printf("%g\n", __enzyme_autodiff((void *)cube, x));
  printf("%g\n", __enzyme_fwddiff((void *)cube, x, 2.0));
  printf("%g\n", __enzyme_autodiff((void *)outer, x, 7) - __enzyme_fwddiff((void *)outer, x, 1.0, 7));
  printf("%g\n", outer(x, 3));
}
// prints: 1116
// prints: 1116
// prints: 30
// prints: 60
// prints: 0
// prints: 44
// feature: custom-rules
