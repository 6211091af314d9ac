// LU, Cholesky and QR solves, triangular solve, determinant and inverse, of a matrix of dynamic size.
#include <Eigen/Dense>
#include <cmath>
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
double solves(const double *x, int n) {
  Matrix a(n, n);
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a(i, j) = std::sin(x[i] * (j + 1)) + (i == j ? 3 + x[j] : 0);
  Eigen::Map<const Vector> b(x, n);
  Vector lu = a.partialPivLu().solve(b), qr = a.householderQr().solve(lu);
  Matrix square = a * a.transpose();
  Vector llt = square.llt().solve(qr), ldlt = square.ldlt().solve(b);
  return llt.dot(b) + ldlt.squaredNorm() + a.triangularView<Eigen::Lower>().solve(b).sum() + a.inverse().trace() + a.determinant();
}
// function: solves
// at: x = [0.3, 0.5, 0.8], n = 3
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
