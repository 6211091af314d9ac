// Factorisations and solving with them: potrf potrs getrf getrs, with every flag.
enum { N = 3, K = 2, LD = 4 };
void dpotrf_(char *uplo, int *n, double *a, int *lda, int *info);
void dpotrs_(char *uplo, int *n, int *k, double *a, int *lda, double *b, int *ldb, int *info);
void dgetrf_(int *m, int *n, double *a, int *lda, int *ipiv, int *info);
void dgetrs_(char *trans, int *n, int *k, double *a, int *lda, int *ipiv, double *b, int *ldb, int *info);
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * v[i] * (i % 5 + 1); return s; }
__attribute__((noinline)) static double visit(double *A, double *B, int flags) {
  double C[LD * LD], D[LD * LD], E[LD * K], F[LD * K];
  for (int i = 0; i < LD * LD; i++) C[i] = A[i] + (i % (LD + 1) == 0 ? 4 : 0), D[i] = A[i];
  for (int i = 0; i < LD * K; i++) E[i] = B[i], F[i] = B[i];
  char uplo = flags & 1 ? 'U' : 'L', trans = flags & 2 ? 'T' : 'N';
  int n = N, k = K, ld = LD, pivots[N], info;
  dpotrf_(&uplo, &n, C, &ld, &info);
  dpotrs_(&uplo, &n, &k, C, &ld, E, &ld, &info);
  dgetrf_(&n, &n, D, &ld, pivots, &info);
  dgetrs_(&trans, &n, &k, D, &ld, pivots, F, &ld, &info);
  return sum(C, LD * LD) + sum(D, LD * LD) + sum(E, LD * K) + sum(F, LD * K);
}
double f(double *A, double *B) {
  double s = 0;
  for (int flags = 0; flags < 4; flags++) s += visit(A, B, flags);
  return s;
}
// function: f
// at: A = [0.3, -0.2, 1.8, 0.4, 0.6, 1.9, 0.1, -0.3, 1.2, 0.5, 0.7, 0.7, 0.3, -0.1, 0.4, 2.1], B = [0.3, -0.5, 0.8, 0.7, 0.2, -0.4, 0.1, 0.9]
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
