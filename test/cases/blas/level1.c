// Vectors: dot axpy scal nrm2 asum copy swap rot, in double, by CBLAS.
#include <cblas.h>
double f(double *x, double *y, double a, double k, double s) {
  double t[4], u[4];
  cblas_dcopy(4, x, 1, t, 1);
  cblas_dcopy(4, y, 1, u, 1);
  cblas_daxpy(4, a, t, 1, u, 1);
  cblas_dscal(4, k, t, 1);
  cblas_dswap(2, t, 2, u, -1);
  cblas_drot(4, t, 1, u, 1, k, s);
  double r = cblas_ddot(4, t, 1, u, 1) + cblas_dnrm2(3, u, 1) * cblas_dasum(4, t, 1);
  cblas_daxpy(2, r, t, 2, x, -1);
  cblas_dscal(2, 3, y, 2);
  return r * cblas_ddot(2, x, -1, x, 2) + cblas_ddot(4, x, 1, x, 1);
}
// function: f
// at: x = [0.3, -1.2, 0.8, 0.4], y = [1.1, 0.2, -0.7, 0.9], a = 0.6, k = 1.3, s = -0.4
// gradient: finite-differences
// flags: -lopenblas
// feature: blas
