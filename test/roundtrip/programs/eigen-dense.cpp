// flags: -I/usr/include/eigen3
#include <Eigen/Dense>
#include <iostream>
int main() {
  Eigen::Matrix3d a;
  a << 2, -1, 0, -1, 2, -1, 0, -1, 2;
  Eigen::Vector3d b(1, 2, 3);
  Eigen::Vector3d x = a.ldlt().solve(b);
  std::cout << x.transpose() << '\n' << (a * x - b).norm() << '\n';
  Eigen::MatrixXd m = Eigen::MatrixXd::Zero(5, 5);
  for (int i = 0; i < 5; i++)
    for (int j = 0; j < 5; j++) m(i, j) = 1.0 / (i + j + 1);
  std::cout << m.partialPivLu().determinant() << ' ' << m.trace() << ' ' << m.block(1, 1, 2, 3).sum() << '\n';
  Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> e(a);
  std::cout << e.eigenvalues().transpose() << '\n';
  Eigen::ArrayXf arr = Eigen::ArrayXf::LinSpaced(7, 0, 3);
  std::cout << (arr * arr + 1).sqrt().sum() << '\n';
}
