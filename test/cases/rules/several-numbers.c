// Derivatives of three, two and one number passed by value, in float and double, with results in registers and through memory.
#include <stdio.h>
extern int enzyme_const;
struct three { double a, b, c; };
struct three __enzyme_autodiff_three(void *, ...);
struct two { float a, b; };
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
static double volume(double a, double b, int n, double c) { return a * b * c * n; }
struct state { double ab; int n; };
struct augmented { struct state *tape; double result; };
static struct state states[4];
static int used;
static struct augmented volume_augmented(double a, double b, int n, double c) {
  struct state *s = &states[used++];
  s->ab = a * b, s->n = n;
  return (struct augmented){s, a * b * c * n};
}
static struct three volume_gradient(double a, double b, int n, double c, double seed, struct state *s) {
  used--;
  return (struct three){b * c * s->n * seed, a * c * s->n * seed, s->ab * s->n * seed};
}
struct pair { double result, tangent; };
static struct pair volume_tangent(double a, double da, double b, double db, int n, double c, double dc) {
  return (struct pair){a * b * c * n, n * (da * b * c + a * db * c + a * b * dc)};
}
void *__enzyme_register_gradient_volume[] = {(void *)volume, (void *)volume_augmented, (void *)volume_gradient};
void *__enzyme_register_derivative_volume[] = {(void *)volume, (void *)volume_tangent};
static float ratio(float a, float b) { return a / b; }
struct ratio_state { void *tape; float result; };
static struct ratio_state ratio_augmented(float a, float b) { return (struct ratio_state){0, a / b}; }
static struct two ratio_gradient(float a, float b, float seed, void *tape) { return (struct two){seed / b, -seed * a / (b * b)}; }
struct ratio_pair { float result, tangent; };
static struct ratio_pair ratio_tangent(float a, float da, float b, float db) { return (struct ratio_pair){a / b, da / b - a * db / (b * b)}; }
void *__enzyme_register_gradient_ratio[] = {(void *)ratio, (void *)ratio_augmented, (void *)ratio_gradient};
void *__enzyme_register_derivative_ratio[] = {(void *)ratio, (void *)ratio_tangent};
static double f(double a, double b, double c) { return volume(a, b, 2, c) + volume(a, 1, 1, c); }
static double g(double a) { return ratio(a, 4) + ratio(1, a); }
volatile double x = 2;
int main(void) {
  struct three d = __enzyme_autodiff_three((void *)f, x, 3.0, 5.0);
  printf("%g %g %g\n", d.a, d.b, d.c);
  printf("%g %g %g\n", __enzyme_fwddiff((void *)f, x, 1.0, 3.0, 0.0, 5.0, 0.0), __enzyme_fwddiff((void *)f, x, 0.0, 3.0, 1.0, 5.0, 0.0), __enzyme_fwddiff((void *)f, x, 0.0, 3.0, 0.0, 5.0, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)g, x), __enzyme_fwddiff((void *)g, x, 1.0));
  printf("%d\n", used);
}
// prints: 35 20 14
// prints: 35 20 14
// prints: 0 0
// prints: 0
// feature: custom-rules
