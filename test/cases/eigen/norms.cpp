// Norms, absolute values, signs and selections of Eigen, which mask bits where they are vectorised.
#include <Eigen/Dense>
double norms(const double *x, int n) {
  Eigen::Map<const Eigen::VectorXd> v(x, n);
  Eigen::VectorXd a = v.cwiseAbs();
  Eigen::Map<const Eigen::ArrayXd> w(x, n);
  return v.lpNorm<1>() * a.squaredNorm() + v.lpNorm<Eigen::Infinity>() + (-w).sum() + w.abs2().sum()+ (w.sign() * w).sum() + (w > 0.1).select(w*w, w.cube()).sum() + w.max(0.2).sum();
}
// function: norms
// at: x = [0.3, -0.65, 0.81, -1.1, 0.7], n = 5
// gradient: finite-differences
// flags: -isystem/usr/include/eigen3
// feature: eigen
