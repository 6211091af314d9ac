// Solving by LU and by Cholesky, inverse and determinant, of a matrix of fixed size.
#include <Eigen/Dense>
#include <cmath>
double solves(const double *x) {
  Eigen::Matrix3d a;
  for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) a(i, j) = std::sin(x[i] * (j + 1)) + (i == j ? 3 + x[j] : 0);
  Eigen::Map<const Eigen::Vector3d> b(x);
  Eigen::Vector3d lu = a.partialPivLu().solve(b);
  Eigen::Matrix3d square = a * a.transpose();
  return square.llt().solve(lu).dot(b) + a.inverse().trace() + a.determinant();
}
// function: solves
// at: x = [0.3, 0.5, 0.8]
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
