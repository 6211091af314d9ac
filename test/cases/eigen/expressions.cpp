// Products, blocks, fixed sizes, rows and columns.
#include <Eigen/Dense>
double expressions(const double *x, int n) {
  Eigen::Map<const Eigen::VectorXd> v(x, n);
  Eigen::MatrixXd a = v * v.transpose();
  a.diagonal().array() += 2.0;
  Eigen::VectorXd sums = a.rowwise().sum();
  a.colwise() -= 0.3 * sums;
  Eigen::MatrixXd b = a.block(0, 0, n - 1, 2) * a.topRightCorner(2, n - 1);
  Eigen::Matrix3d r;
  r << 1, x[0], 2, x[1], 3, x[2], 0.5, 1, x[0] * x[1];
  Eigen::Vector3d p(x[0], x[1], x[2]);
  return b.squaredNorm() + (r * p).squaredNorm() + r.inverse().trace() + r.determinant() + p.cross(r * p).dot(p.normalized()) + sums.head(2).dot(sums.tail(2));
}
// function: expressions
// at: x = [0.3, 0.7, 1.1, -0.4], n = 4
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
