// Rotations and their interpolation: multiples of vectors travel as structs of a number and a pointer.
#include <Eigen/Geometry>
double rotated(const double *x, int n) {
  Eigen::Quaterniond q(Eigen::AngleAxisd(x[0], Eigen::Vector3d(x[1], 1, 0).normalized()));
  Eigen::Quaterniond half = q.slerp(0.3, Eigen::Quaterniond(Eigen::AngleAxisd(x[2], Eigen::Vector3d::UnitZ())));
  return (half * Eigen::Vector3d(1, x[n - 1], 0.5)).dot(Eigen::Vector3d(0.2, 0.4, 1)) + half.x();
}
// function: rotated
// at: x = [0.5, 0.3, 0.9], n = 3
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
