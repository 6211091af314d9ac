// Buffers whose addresses are in mutable globals: nothing says where their shadows are.
double __enzyme_autodiff(void *, ...);
static double first[3], second[3], *now = first, *next = second;
__attribute__((noinline)) void swap(void) { double *t = now; now = next, next = t; }
double f(const double *x) {
  for (int i = 0; i < 3; i++) next[i] = x[i] * x[i];
  swap();
  return now[0] + now[1] * now[2];
}
void gradient(const double *x, double *dx) { __enzyme_autodiff((void *)f, x, dx); }
// error: RZ4006
// feature: refusals, globals
