// Levels 1 to 3 as Fortran has them: everything by reference, factors with shadows, numbers that change after the call.
enum { N = 3, LD = 4 };
double ddot_(int *n, const double *x, int *incx, const double *y, int *incy);
double dnrm2_(int *n, const double *x, int *incx);
double dasum_(int *n, const double *x, int *incx);
void dcopy_(int *n, const double *x, int *incx, double *y, int *incy);
void dswap_(int *n, double *x, int *incx, double *y, int *incy);
void daxpy_(int *n, double *alpha, const double *x, int *incx, double *y, int *incy);
void dscal_(int *n, double *alpha, double *x, int *incx);
void drot_(int *n, double *x, int *incx, double *y, int *incy, double *c, double *s);
void dger_(int *m, int *n, double *alpha, double *x, int *incx, double *y, int *incy, double *a, int *lda);
void dgemv_(char *trans, int *m, int *n, double *alpha, double *a, int *lda, double *x, int *incx, double *beta, double *y, int *incy);
void dsymv_(char *uplo, int *n, double *alpha, double *a, int *lda, double *x, int *incx, double *beta, double *y, int *incy);
void dtrmv_(char *uplo, char *trans, char *diag, int *n, double *a, int *lda, double *x, int *incx);
void dtrsv_(char *uplo, char *trans, char *diag, int *n, double *a, int *lda, double *x, int *incx);
void dgemm_(char *ta, char *tb, int *m, int *n, int *k, double *alpha, double *a, int *lda, double *b, int *ldb, double *beta, double *c, int *ldc, unsigned long, unsigned long);
void dsymm_(char *side, char *uplo, int *m, int *n, double *alpha, double *a, int *lda, double *b, int *ldb, double *beta, double *c, int *ldc);
void dsyrk_(char *uplo, char *trans, int *n, int *k, double *alpha, double *a, int *lda, double *beta, double *c, int *ldc);
void dsyr2k_(char *uplo, char *trans, int *n, int *k, double *alpha, double *a, int *lda, double *b, int *ldb, double *beta, double *c, int *ldc);
void dtrmm_(char *side, char *uplo, char *trans, char *diag, int *m, int *n, double *alpha, double *a, int *lda, double *b, int *ldb);
void dtrsm_(char *side, char *uplo, char *trans, char *diag, int *m, int *n, double *alpha, double *a, int *lda, double *b, int *ldb);
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * v[i] * (i % 5 + 1); return s; }
double f(double *A, double *x, double *y, double *factors) {
  double C[LD * LD], D[LD * LD], u[LD], v[LD], alpha = factors[0], beta = factors[1];
  int n = LD * LD, one = 1, two = 2, three = N, ld = LD, back = -1;
  char t[] = "Cu", l = 'l', o = 'n';
  dcopy_(&n, A, &one, C, &one);
  dcopy_(&n, A, &one, D, &one);
  n = LD;
  dcopy_(&n, x, &one, u, &one);
  dcopy_(&n, y, &back, v, &one);
  drot_(&n, u, &one, v, &one, &alpha, &beta);
  daxpy_(&three, &beta, u, &one, v, &back);
  dscal_(&two, &alpha, u, &two);
  dswap_(&two, u, &one, v, &one);
  dger_(&three, &two, &alpha, u, &one, v, &one, C, &ld);
  dgemv_(t, &three, &two, &beta, C, &ld, u, &one, &alpha, v, &one);
  dsymv_(t + 1, &three, &alpha, C, &ld, v, &one, &beta, u, &one);
  dtrmv_(&l, t, t + 1, &three, A, &ld, u, &one);
  alpha += 0.1;
  dtrsv_(t + 1, &o, &o, &three, A, &ld, v, &one);
  dgemm_(t, &o, &two, &three, &two, &alpha, A, &ld, C, &ld, &beta, D, &ld, 1, 1);
  dsymm_(&l, t + 1, &two, &three, &beta, A, &ld, C, &ld, &alpha, D, &ld);
  dsyrk_(&l, t, &three, &two, &alpha, D, &ld, &beta, C, &ld);
  dsyr2k_(t + 1, &o, &three, &two, &beta, A, &ld, D, &ld, &alpha, C, &ld);
  dtrmm_(&l, &l, t, &o, &two, &three, &alpha, A, &ld, D, &ld);
  beta *= 1.1;
  dtrsm_("R", t + 1, &o, "N", &two, &three, &beta, A, &ld, C, &ld);
  n = LD * LD;
  double r = ddot_(&n, C, &one, D, &one) + dnrm2_(&three, u, &one) + dasum_(&three, v, &one);
  n = -1;
  return r * alpha + sum(C, LD * LD) + sum(D, LD * LD) + sum(u, N) + sum(v, N);
}
// function: f
// at: A = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3, 0.2, 0.5, 1.7, 0.7, 0.3, -0.1, 0.4, 2.1], x = [0.3, -0.5, 0.8, 0.2], y = [0.7, 0.2, -0.4, 0.9], factors = [0.6, 0.8]
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
