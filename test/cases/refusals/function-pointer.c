// A callee known only at run time.
static double square(double x) { return x * x; }
static double twice(double x) { return 2 * x; }
double (*volatile chosen[2])(double) = {square, twice};
double f(double x, int k) { return chosen[k](x) * x; }
// function: f
// at: x = 1, k = 1
// error: RZ3102
// feature: refusals
