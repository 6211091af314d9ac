// Some of the operands constant: matrices, vectors or factors, each in turn.
#include <cblas.h>
#include <stdio.h>
#include <math.h>
extern int enzyme_const, enzyme_dup, enzyme_out;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
enum { N = 3 };
static double f(const double *A, const double *x, double alpha, double beta, const double *y0, double *C) {
  double y[N], s = 0;
  cblas_dcopy(N, y0, 1, y, 1);
  cblas_dgemv(CblasRowMajor, CblasNoTrans, N, N, alpha, A, N, x, 1, beta, y, 1);
  cblas_dsyr2k(CblasColMajor, CblasUpper, CblasNoTrans, N, 1, alpha, x, N, y, N, beta, C, N);
  cblas_dtrsm(CblasRowMajor, CblasLeft, CblasLower, CblasTrans, CblasNonUnit, N, N, beta, A, N, C, N);
  for (int i = 0; i < N; i++) s += y[i] * y[i];
  return s + cblas_ddot(N * N, C, 1, A, 1);
}
static const double A[N * N] = {1.5, -2, 0.5, 0.3, 0.7, -0.1, 0.4, 0.2, 0.9}, x[N] = {0.2, 0.3, -0.7}, y[N] = {0.1, 0.5, 0.4}, C[N * N] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
static double at(const double *a, const double *v, double alpha, double beta, const double *u) {
  double c[N * N];
  for (int i = 0; i < N * N; i++) c[i] = C[i];
  return f(a, v, alpha, beta, u, c);
}
static double difference(int which, int i) {
  double a[N * N], v[N], u[N], alpha = 0.6, beta = 0.8, r[2];
  for (int side = 0; side < 2; side++) {
    double h = side ? 1e-5 : -1e-5;
    for (int k = 0; k < N * N; k++) a[k] = A[k] + (which == 0 && k == i) * h;
    for (int k = 0; k < N; k++) v[k] = x[k] + (which == 1 && k == i) * h, u[k] = y[k] + (which == 4 && k == i) * h;
    r[side] = at(a, v, alpha + (which == 2) * h, beta + (which == 3) * h, u);
  }
  return (r[1] - r[0]) / 2e-5;
}
static int bad;
static void check(int which, int i, const char *mode, double got) {
  double want = difference(which, i);
  if (fabs(got - want) > 1e-6 * (1 + fabs(want))) bad = 1, printf("%d[%d] %s: %g, not %g\n", which, i, mode, got, want);
}
int main(void) {
  double c[N * N], dc[N * N], d[N * N];
#define CLEAR for (int k = 0; k < N * N; k++) c[k] = C[k], dc[k] = d[k] = 0;
  for (int i = 0; i < N * N; i++) {
    CLEAR __enzyme_autodiff((void *)f, enzyme_dup, A, d, enzyme_const, x, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc);
    check(0, i, "reverse", d[i]);
    CLEAR d[i] = 1; check(0, i, "forward", __enzyme_fwddiff((void *)f, enzyme_dup, A, d, enzyme_const, x, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc));
  }
  for (int i = 0; i < N; i++) {
    CLEAR __enzyme_autodiff((void *)f, enzyme_const, A, enzyme_dup, x, d, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc);
    check(1, i, "reverse", d[i]);
    CLEAR d[i] = 1; check(1, i, "forward", __enzyme_fwddiff((void *)f, enzyme_const, A, enzyme_dup, x, d, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc));
    CLEAR __enzyme_autodiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_dup, y, d, enzyme_dup, c, dc);
    check(4, i, "reverse", d[i]);
    CLEAR d[i] = 1; check(4, i, "forward", __enzyme_fwddiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_const, 0.6, enzyme_const, 0.8, enzyme_dup, y, d, enzyme_dup, c, dc));
  }
  CLEAR check(2, 0, "reverse", __enzyme_autodiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_out, 0.6, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc));
  CLEAR check(2, 0, "forward", __enzyme_fwddiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_dup, 0.6, 1.0, enzyme_const, 0.8, enzyme_const, y, enzyme_dup, c, dc));
  CLEAR check(3, 0, "reverse", __enzyme_autodiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_const, 0.6, enzyme_out, 0.8, enzyme_const, y, enzyme_dup, c, dc));
  CLEAR check(3, 0, "forward", __enzyme_fwddiff((void *)f, enzyme_const, A, enzyme_const, x, enzyme_const, 0.6, enzyme_dup, 0.8, 1.0, enzyme_const, y, enzyme_dup, c, dc));
  puts(bad ? "bad" : "good");
}
// prints: good
// flags: -lopenblas -lm
// feature: blas
