// flags: -I/usr/include/eigen3
// levels: O0 O2
#include <Eigen/Sparse>
#include <cstdio>
#include <vector>
int main() {
  int n = 30;
  std::vector<Eigen::Triplet<double>> t;
  for (int i = 0; i < n; i++) {
    t.emplace_back(i, i, 2.5);
    if (i) t.emplace_back(i, i - 1, -1.0);
    if (i + 1 < n) t.emplace_back(i, i + 1, -1.0);
  }
  Eigen::SparseMatrix<double> a(n, n);
  a.setFromTriplets(t.begin(), t.end());
  Eigen::SimplicialLLT<Eigen::SparseMatrix<double>> s(a);
  Eigen::VectorXd b = Eigen::VectorXd::Ones(n), x = s.solve(b);
  std::printf("%.8f %.8f %d\n", x[0], x[n / 2], (a * x - b).norm() < 1e-10);
}
