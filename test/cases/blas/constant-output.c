// The result goes into memory that the caller declared constant: its derivative would be lost.
#include <cblas.h>
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
double f(double *x, double *y) {
  cblas_daxpy(3, 2, x, 1, y, 1);
  return y[0] * x[1];
}
double g(double *x, double *dx, double *y) { return __enzyme_autodiff((void *)f, x, dx, enzyme_const, y); }
// error: RZ4013
// says: cblas_daxpy
// feature: blas, refusals
