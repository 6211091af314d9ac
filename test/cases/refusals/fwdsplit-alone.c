// Without a first half in sight, what the tape holds is not known.
double __enzyme_fwdsplit(void *, ...);
double f(double *x) { return x[0] * x[0]; }
double second(double *x, double *dx, void *tape) { return __enzyme_fwdsplit((void *)f, x, dx, tape); }
int main(void) { return second(0, 0, 0) > 0; }
// error: RZ4014
// says: `f`
// modes: forward
// feature: refusals
