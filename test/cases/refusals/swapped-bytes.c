// Two numbers are swapped byte by byte: no byte carries a derivative.
double f(double *x, int n) {
  char *p = (char *)x;
  for (int i = 0; i < 8; i++) {
    char t = p[i];
    p[i] = p[i + n], p[i + n] = t;
  }
  return x[0] * x[0] + x[1];
}
double __enzyme_autodiff(void *, ...);
void gradient(double *x, double *dx) { __enzyme_autodiff((void *)f, x, dx, 8); }
// error: RZ3001
// feature: refusals
