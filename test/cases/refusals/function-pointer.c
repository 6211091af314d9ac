// A callee known only at run time, and no function of its type anywhere.
double f(double (*volatile *chosen)(double), double x, int k) { return chosen[k](x) * x; }
double __enzyme_autodiff(void *, ...);
extern int enzyme_const;
double g(double (*volatile *chosen)(double), double x) { return __enzyme_autodiff((void *)f, enzyme_const, chosen, x, 0); }
// error: RZ3102
// feature: refusals
