// One function stores active numbers in a constant buffer, another reads them.
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
__attribute__((noinline)) static void squares(double *b, const double *x) { for (int i = 0; i < 3; i++) b[i] = x[i] * x[i]; }
__attribute__((noinline)) static double sum(const double *b) { return b[0] + b[1] + b[2]; }
double f(const double *x, double *b) { squares(b, x); return sum(b); }
void gradient(const double *x, double *dx, double *b) { __enzyme_autodiff((void *)f, x, dx, enzyme_const, b); }
// error: RZ4006
// feature: refusals, activity
