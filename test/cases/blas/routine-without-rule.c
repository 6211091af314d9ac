// A routine that has no rule.
double __enzyme_autodiff(void *, ...);
void dsyr_(char *uplo, int *n, double *alpha, double *x, int *incx, double *a, int *lda);
double f(double *x, double *a) {
  int n = 3, one = 1;
  double alpha = 1;
  dsyr_("U", &n, &alpha, x, &one, a, &n);
  return a[0];
}
double g(double *x, double *dx, double *a, double *da) { return __enzyme_autodiff((void *)f, x, dx, a, da); }
// error: RZ3101
// says: dsyr_
// feature: blas, refusals
