// A buffer that is constant or not, as the program runs, is written; what may be constant is read back.
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
double f(double *c, double *x, int n) {
  double *to = n > 3 ? c : x;
  to[1] = x[0] * x[2];
  return c[1] * x[1];
}
void gradient(double *c, double *x, double *dx) { __enzyme_autodiff((void *)f, enzyme_const, c, x, dx, 4); }
// error: RZ4006
// feature: refusals, activity
