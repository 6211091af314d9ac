// Matrices: gemm symm syrk syr2k trmm trsm, with every flag, by rows and by columns.
#include <cblas.h>
enum { M = 2, N = 3, K = 2, LD = 4 };
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * v[i] * (i % 5 + 1); return s; }
#define VISIT(ORDER) \
__attribute__((noinline)) static double visit_##ORDER(double *A, double *B, double alpha, double beta, int flags) { \
  const CBLAS_TRANSPOSE trans = flags & 1 ? CblasTrans : CblasNoTrans, other = flags & 8 ? CblasTrans : CblasNoTrans; \
  const CBLAS_UPLO uplo = flags & 2 ? CblasUpper : CblasLower; \
  const CBLAS_DIAG diag = flags & 4 ? CblasUnit : CblasNonUnit; \
  const CBLAS_SIDE side = flags & 8 ? CblasLeft : CblasRight; \
  double C[LD * LD], D[LD * LD]; \
  for (int i = 0; i < LD * LD; i++) C[i] = A[i] + B[i], D[i] = B[i]; \
  cblas_dgemm(ORDER, trans, other, M, N, K, alpha, A, LD, B, LD, beta, C, LD); \
  cblas_dsymm(ORDER, side, uplo, M, N, alpha, C, LD, B, LD, beta, D, LD); \
  cblas_dsyrk(ORDER, uplo, trans, N, K, beta, D, LD, alpha, C, LD); \
  cblas_dsyr2k(ORDER, uplo, other, N, K, alpha, D, LD, B, LD, beta, C, LD); \
  cblas_dtrmm(ORDER, side, uplo, trans, diag, M, N, beta, A, LD, D, LD); \
  cblas_dtrsm(ORDER, side, uplo, other, diag, M, N, alpha, A, LD, C, LD); \
  return sum(C, LD * LD) + sum(D, LD * LD); \
}
VISIT(CblasColMajor)
VISIT(CblasRowMajor)
double f(double *A, double *B, double alpha, double beta) {
  double s = 0;
  for (int flags = 0; flags < 16; flags++) {
    s += visit_CblasColMajor(A, B, alpha, beta, flags);
    s += visit_CblasRowMajor(A, B, alpha, beta, flags);
  }
  return s * 0.01;
}
// function: f
// at: A = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3, 0.2, 0.5, 1.7, 0.7, 0.3, -0.1, 0.4, 2.1], B = [0.3, -0.5, 0.8, 0.7, 0.2, -0.4, 0.1, 0.9, -0.6, 0.4, 0.3, 0.2, -0.1, 0.5, 0.6, -0.2], alpha = 0.6, beta = 0.8
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
