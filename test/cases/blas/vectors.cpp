// Matrices in std::vector, through functions and on the heap; a solver for the normal equations of a least squares problem.
#include <cblas.h>
#include <vector>
extern "C" {
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);
void dpotrs_(const char *uplo, const int *n, const int *k, const double *a, const int *lda, double *b, const int *ldb, int *info);
}
struct Matrix {
  int rows, cols;
  std::vector<double> cells;
  Matrix(int rows, int cols) : rows(rows), cols(cols), cells(rows * cols) {}
  double *data() { return cells.data(); }
};
static std::vector<double> solve(Matrix &a, const std::vector<double> &b) {
  Matrix normal(a.cols, a.cols);
  cblas_dsyrk(CblasColMajor, CblasLower, CblasTrans, a.cols, a.rows, 1, a.data(), a.rows, 0, normal.data(), a.cols);
  std::vector<double> x(a.cols);
  cblas_dgemv(CblasColMajor, CblasTrans, a.rows, a.cols, 1, a.data(), a.rows, b.data(), 1, 0, x.data(), 1);
  int one = 1, info;
  dpotrf_("L", &a.cols, normal.data(), &a.cols, &info);
  dpotrs_("L", &a.cols, &one, normal.data(), &a.cols, x.data(), &a.cols, &info);
  return x;
}
double f(const double *cells, const double *right) {
  Matrix a(4, 2);
  for (int i = 0; i < 8; i++) a.cells[i] = cells[i];
  std::vector<double> b(right, right + 4), x = solve(a, b);
  cblas_dgemv(CblasColMajor, CblasNoTrans, 4, 2, 1, a.data(), 4, x.data(), 1, -1, b.data(), 1);
  return cblas_dnrm2(4, b.data(), 1) + x[0] * x[1];
}
// function: f
// at: cells = [1.3, -0.2, 0.8, 0.4, 0.6, 1.9, 0.1, -0.3], right = [0.3, -0.5, 0.8, 1.1]
// gradient: finite-differences
// tolerance: 1e-5
// flags: -lopenblas
// feature: blas
