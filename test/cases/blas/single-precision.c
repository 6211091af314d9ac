// The same rules in float.
#include <cblas.h>
void spotrf_(char *uplo, int *n, float *a, int *lda, int *info);
void spotrs_(char *uplo, int *n, int *k, float *a, int *lda, float *b, int *ldb, int *info);
float f(float *A, float *x, float alpha) {
  float C[9], u[3];
  int n = 3, one = 1, info;
  char l = 'L';
  for (int i = 0; i < 9; i++) C[i] = i % 4 ? 0 : 2;
  cblas_sgemm(CblasColMajor, CblasTrans, CblasNoTrans, 3, 3, 3, alpha, A, 3, A, 3, 1, C, 3);
  cblas_scopy(3, x, 1, u, 1);
  spotrf_(&l, &n, C, &n, &info);
  spotrs_(&l, &n, &one, C, &n, u, &n, &info);
  cblas_strmv(CblasRowMajor, CblasUpper, CblasTrans, CblasUnit, 3, A, 3, u, 1);
  return cblas_sdot(3, u, 1, x, 1) + cblas_snrm2(3, u, 1) * cblas_sasum(9, C, 1);
}
// function: f
// at: A = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3, 0.5], x = [0.3, -0.5, 0.8], alpha = 0.6
// gradient: finite-differences
// tolerance: 2e-2
// flags: -lopenblas
// feature: blas
