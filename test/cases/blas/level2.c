// Matrix and vector: ger gemv symv trmv trsv, with every flag, by rows and by columns.
#include <cblas.h>
enum { M = 2, N = 3, LD = 4 };
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * v[i] * (i + 1); return s; }
#define VISIT(ORDER) \
__attribute__((noinline)) static double visit_##ORDER(double *A, double *x, double *y, double alpha, double beta, int flags) { \
  const CBLAS_TRANSPOSE trans = flags & 1 ? CblasTrans : CblasNoTrans; \
  const CBLAS_UPLO uplo = flags & 2 ? CblasUpper : CblasLower; \
  const CBLAS_DIAG diag = flags & 4 ? CblasUnit : CblasNonUnit; \
  double B[LD * LD], u[N], v[N]; \
  for (int i = 0; i < LD * LD; i++) B[i] = A[i]; \
  for (int i = 0; i < N; i++) u[i] = x[i], v[i] = y[i]; \
  cblas_dger(ORDER, M, N, alpha, u, flags & 1 ? 1 : -1, v, 1, B, LD); \
  cblas_dgemv(ORDER, trans, M, N, alpha, B, LD, u, 1, beta, v, 1); \
  cblas_dsymv(ORDER, uplo, N, beta, B, LD, v, 1, alpha, u, flags & 4 ? -1 : 1); \
  cblas_dtrmv(ORDER, uplo, trans, diag, N, B, LD, u, 1); \
  cblas_dtrsv(ORDER, uplo, trans, diag, N, B, LD, v, -1); \
  return sum(u, N) + sum(v, N); \
}
VISIT(CblasColMajor)
VISIT(CblasRowMajor)
double f(double *A, double *x, double *y, double alpha, double beta) {
  double s = 0;
  for (int flags = 0; flags < 8; flags++) {
    s += visit_CblasColMajor(A, x, y, alpha, beta, flags);
    s += visit_CblasRowMajor(A, x, y, alpha, beta, flags);
  }
  return s * 0.01;
}
// function: f
// at: A = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3, 0.2, 0.5, 1.7, 0.7, 0.3, -0.1, 0.4, 2.1], x = [0.3, -0.5, 0.8], y = [0.7, 0.2, -0.4], alpha = 0.6, beta = 0.8
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
