// The same three calls further down: the message shows the way there.
void store(double *);
__attribute__((noinline)) static double third(double *x) { store(x); return x[0] * x[1]; }
__attribute__((noinline)) static double second(double *x) { return third(x) + x[1]; }
double f(double *x) { return second(x) * x[0]; }
// function: f
// at: x = [1, 2]
// error: RZ3101
// says: store
// says: second
// feature: refusals
