// An array of std::function: those that are destroyed last may be of any kind; captured pointers are copied as words.
#include <functional>
double functions_in_array(double *x, int n) {
  std::function<double(double)> f[4]{[](double a) { return a * a; }, [x](double a) { return a + x[0]; }, [k = x[1]](double a) { return a * k; }};
  f[3] = [&f, n](double a) { return f[0](f[1](a)) * n; };
  double sum = 0;
  for (int i = 0; i < n; i++) sum += f[i % 4](x[i] + 0.1 * sum);
  auto compose = [](auto... g) { return [=](double a) { ((a = g(a)), ...); return a; }; };
  return sum + compose(f[0], [&](double a) { return a * sum; }, f[2])(x[1]);
}
// function: functions_in_array
// at: x = [0.5, 0.3, 0.8, 0.4], n = 4
// gradient: finite-differences
// flags: -std=c++17
// feature: virtual-methods
