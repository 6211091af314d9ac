// The log between the halves has no shadow.
void *__enzyme_augmentfwd(void *, ...);
double __enzyme_fwdsplit(void *, ...);
double __enzyme_fwddiff(void *, ...);
double f(double *x) { return x[0] * x[0] * x[0]; }
__attribute__((noinline)) double slope(double *x) {
  double dx = 1;
  return __enzyme_fwdsplit((void *)f, x, &dx, __enzyme_augmentfwd((void *)f, x, &dx));
}
int main(void) {
  double x = 2, dx = 1;
  return (int)__enzyme_fwddiff((void *)slope, &x, &dx);
}
// error: RZ3005
// says: a derivative of code that calls `__enzyme_fwdsplit`
// modes: forward
// feature: refusals
