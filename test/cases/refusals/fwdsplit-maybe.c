// Addresses of the first half say nothing in the second: memory may be gone, and others have its address.
struct augmented { void *tape; double value; } __enzyme_augmentfwd(void *, ...);
double __enzyme_fwdsplit(void *, ...);
extern int enzyme_const, enzyme_dup;
double f(double *x, double *c, int n) {
  double *p = n > 3 ? x : c;
  return *p * x[1];
}
int main(void) {
  double x[2] = {1, 2}, dx[2] = {1, 0}, c[1] = {3};
  void *tape = __enzyme_augmentfwd((void *)f, enzyme_dup, x, dx, enzyme_const, c, enzyme_const, 2).tape;
  return (int)__enzyme_fwdsplit((void *)f, enzyme_dup, x, dx, enzyme_const, c, enzyme_const, 2, tape);
}
// error: RZ3005
// says: a pointer that may have a shadow or not in `__enzyme_fwdsplit`
// modes: forward
// feature: refusals
