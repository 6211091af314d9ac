// Which matrix is which depends on the order.
#include <cblas.h>
double __enzyme_autodiff(void *, ...);
double f(double *A, double *x, CBLAS_ORDER order) {
  double y[3];
  cblas_dgemv(order, CblasTrans, 3, 3, 1, A, 3, x, 1, 0, y, 1);
  return y[0];
}
double g(double *A, double *dA, double *x, double *dx, CBLAS_ORDER order) { return __enzyme_autodiff((void *)f, A, dA, x, dx, order); }
// error: RZ3005
// says: order
// feature: blas, refusals
