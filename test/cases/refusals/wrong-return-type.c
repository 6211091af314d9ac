// Two derivatives do not fit into one double.
double __enzyme_autodiff(void *, ...);
static double f(double x, double y) { return x * y; }
int main(void) { return (int)__enzyme_autodiff((void *)f, 1.0, 2.0); }
// error: RZ4004
// feature: refusals, activity
