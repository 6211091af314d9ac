// A part of the interface that is not there is refused by name.
#include <stdio.h>
double __enzyme_todense(void *, ...);
static double f(double x) { return x * x; }
int main(void) { printf("%g\n", __enzyme_todense((void *)f, 1.0, 1.0, (void *)0)); }
// error: RZ4001
// says: __enzyme_todense
// feature: refusals, activity
