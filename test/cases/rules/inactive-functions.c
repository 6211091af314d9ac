// Functions and variables that carry no derivative, registered and annotated; inactive calls.
#include <math.h>
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
double __enzyme_call_inactive(void *, ...);
static int calls;
static double stop(double x) { calls++; return x; }
void *__enzyme_inactivefn_stop[] = {(void *)stop};
__attribute__((annotate("enzyme_inactive"))) static double rest(double x) { return x * x; }
static void note(double *log, double x) { log[0] = x; }
void *__enzyme_inactivefn_note[] = {(void *)note};
double last;
void *__enzyme_inactive_global_last[] = {&last};
__attribute__((annotate("enzyme_inactive"))) double total;
static float half(float x, int n) { return x / n; }
static double f(double x) { return x * stop(x) + rest(x); }
static double g(double x) { double log[1]; note(log, x); return x * log[0]; }
static double h(double x) { last = x * x; total += x; return last * x + total; }
static double k(double x) { return x * __enzyme_call_inactive((void *)half, (float)x, 2) + half(x, 4); }
volatile double x = 3;
int main(void) {
  printf("%g %g\n", __enzyme_autodiff((void *)f, x), __enzyme_fwddiff((void *)f, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)g, x), __enzyme_fwddiff((void *)g, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)h, x), __enzyme_fwddiff((void *)h, x, 1.0));
  printf("%g %g\n", __enzyme_autodiff((void *)k, x), __enzyme_fwddiff((void *)k, x, 1.0));
  printf("%d %g\n", calls, total);
}
// prints: 3 3
// prints: 3 3
// prints: 9 9
// prints: 1.75 1.75
// prints: 2 6
// feature: inactive
