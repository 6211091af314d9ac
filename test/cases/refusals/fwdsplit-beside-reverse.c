// What the first half keeps is for one of them.
void *__enzyme_augmentfwd(void *, ...);
double __enzyme_fwdsplit(void *, ...);
void __enzyme_reverse(void *, ...);
double f(double *x) { return x[0] * x[0]; }
int main(void) {
  double x = 2, dx = 1;
  void *a = __enzyme_augmentfwd((void *)f, &x, &dx), *b = __enzyme_augmentfwd((void *)f, &x, &dx);
  double t = __enzyme_fwdsplit((void *)f, &x, &dx, a);
  __enzyme_reverse((void *)f, &x, &dx, 1.0, b);
  return t > 0;
}
// error: RZ3005
// says: `__enzyme_reverse` beside `__enzyme_fwdsplit`
// modes: reverse
// feature: refusals
