// A power iteration: arrays overwritten in every step, pointers exchanged, constant matrices, n = 0 too.
#include <cblas.h>
double f(const double *A, double *x, int n, int steps) {
  double work[8];
  double *from = x, *to = work;
  cblas_dscal(0, 2, work, 1);
  for (int k = 0; k < steps; k++) {
    cblas_dgemv(CblasRowMajor, CblasNoTrans, n, n, 1, A, n, from, 1, 0, to, 1);
    cblas_dscal(n, 1 / cblas_dnrm2(n, to, 1), to, 1);
    double *last = from;
    from = to, to = last;
  }
  return cblas_ddot(n, from, 1, from, 1) + from[0] * from[1];
}
// function: f
// at: A = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3, 0.5], x = [0.3, -0.5, 0.8], n = 3, steps = 3
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
