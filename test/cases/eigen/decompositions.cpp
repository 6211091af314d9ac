// Solving by LU and by Cholesky, and a triangular solve, with matrices of dynamic size.
#include <Eigen/Dense>
#include <cmath>
double solves(const double *x, int n) {
  Eigen::MatrixXd a(n, n);
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a(i, j) = std::sin(x[i] * (j + 1)) + (i == j ? 3 + x[j] : 0);
  Eigen::Map<const Eigen::VectorXd> b(x, n);
  Eigen::VectorXd lu = a.partialPivLu().solve(b);
  a.triangularView<Eigen::Upper>() = a.transpose();
  return a.llt().solve(lu).dot(b);
}
// function: solves
// at: x = [0.3, 0.5, 0.8], n = 3
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
