// What a std::function holds may be a number or a pointer, in one place: a copy of it cannot tell.
#include <functional>
double assigned_functions(double *x, int n) {
  std::function<double(double)> f[3]{[](double a) { return a * a; }, [x](double a) { return a + x[0]; }, [k = x[1]](double a) { return a * k; }};
  double sum = 0;
  for (int i = 0; i < n; i++) {
    sum += f[i % 3](x[i] + sum);
    if (i == 1) f[0] = f[2];
  }
  return sum;
}
// function: assigned_functions
// at: x = [0.5, 0.3, 0.8, 0.4], n = 4
// modes: reverse
// error: RZ2001
// says: cannot tell what the 16 bytes of this memcpy hold
// feature: refusals
