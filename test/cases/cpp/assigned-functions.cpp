// Callables that hold nothing, a pointer, or a pointer and a number, and are assigned to each other.
#include <functional>
double assigned_functions(double *x, int n) {
  std::function<double(double)> f[3]{[](double a) { return a * a; }, [x](double a) { return a + x[0]; }, [x, k = x[1]](double a) { return a * k; }};
  double sum = 0;
  for (int i = 0; i < n; i++) {
    sum += f[i % 3](x[i] + sum);
    if (i == 1) f[0] = f[2];
  }
  return sum;
}
// function: assigned_functions
// at: x = [0.5, 0.3, 0.8, 0.4], n = 4
// gradient: finite-differences
// feature: virtual-methods
