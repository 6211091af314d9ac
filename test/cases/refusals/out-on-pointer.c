// enzyme_out says "return the derivative", which a pointer has not.
double __enzyme_autodiff(void *, ...);
extern int enzyme_out;
static double f(const double *x) { return x[0] * x[0]; }
int main(void) { double x[1] = {1}; return (int)__enzyme_autodiff((void *)f, enzyme_out, x); }
// error: RZ4005
// feature: refusals, activity
