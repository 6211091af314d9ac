// The primal's own effects happen once, in order: it prints while it is differentiated.
#include <stdio.h>
static double f(double x) { printf("at %g\n", x); double y = x * x; printf("got %g\n", y); return y * x; }
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
int main(void) {
  printf("%g\n", __enzyme_autodiff((void *)f, 2.0));
  printf("%g\n", __enzyme_fwddiff((void *)f, 3.0, 1.0));
}
// prints: at 2
// prints: got 4
// prints: 12
// prints: at 3
// prints: got 9
// prints: 27
// feature: activity
