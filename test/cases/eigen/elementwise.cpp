// Vectorised functions of arrays, among them exp and log that work on the bits of numbers; reductions and selections.
#include <Eigen/Dense>
double elementwise(const double *x, int n) {
  Eigen::Map<const Eigen::ArrayXd> v(x, n);
  return ((v - v.maxCoeff()).exp() * v).sum() + v.log().sum() + v.sqrt().prod() + (v.sin() + v.square() + v.inverse()).mean()
    + v.minCoeff() + (v > 0.5).select(v, 0.1 * v).sum();
}
// function: elementwise
// at: x = [0.3, 0.55, 0.8, 1.1, 0.4], n = 5
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
