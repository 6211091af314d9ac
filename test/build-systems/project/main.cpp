// The gradient of a function in a library, checked against finite differences.
#include "model.h"
#include <ribozyme/autodiff>
#include <cmath>
#include <cstdio>

int main() {
  double p[2] = {0.8, 0.9}, gradient[2] = {0, 0};
  const int n = 5;
  enzyme::autodiff<enzyme::Reverse>(loss, enzyme::Duplicated(p, gradient), enzyme::Const(n));
  if (evaluations() != n) return 1;
  for (int i = 0; i < 2; i++) {
    const double h = 1e-6, x = p[i];
    p[i] = x + h;
    const double up = loss(p, n);
    p[i] = x - h;
    const double down = loss(p, n);
    p[i] = x;
    if (std::fabs((up - down) / (2 * h) - gradient[i]) > 1e-6) return 2;
  }
  std::puts("gradient ok");
}
