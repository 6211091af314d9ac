// A part of the interface that is not there yet is refused by name.
#include <stdio.h>
struct four { double v[4]; } __enzyme_batch(void *, ...);
extern int enzyme_width, enzyme_vector;
static double f(double x) { return x * x; }
int main(void) { printf("%g\n", __enzyme_batch((void *)f, enzyme_width, 4, enzyme_vector, 1.0, 2.0, 3.0, 4.0).v[2]); }
// error: RZ4001
// says: __enzyme_batch
// feature: refusals, activity
