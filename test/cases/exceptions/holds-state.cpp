// An error with a text, the place where it happened, and a number: handlers look at its code, and it can leave the derivative.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>
struct pair { double x, y; };
pair __enzyme_autodiff_pair(void *, ...);
double __enzyme_fwddiff(void *, ...);
struct failure : std::runtime_error {
  std::size_t place;
  double residual;
  int code;
  failure(const std::string &what, std::size_t p, double r, int c) : std::runtime_error(what), place(p), residual(r), code(c) {}
};
static double solve(const std::vector<double> &v, double y) {
  double r = 0;
  for (double each : v) r += each * each;
  if (r > 3) throw failure("diverged at " + std::to_string(r), v.size(), r, 3);
  return r * y;
}
double caught(double x, double y) {
  double s = 0;
  for (int i = 0; i < 4; i++) {
    std::vector<double> v(3, x * i);
    try {
      s += solve(v, y) * y;
    } catch (const failure &f) {
      s += f.code * x * y;
      if (f.what()[0] != 'd') s = 0;
    }
  }
  return s;
}
double leaving(double x, double y) {
  std::vector<double> v(3, x);
  return solve(v, y) * y;
}
int main() {
  auto [dx, dy] = __enzyme_autodiff_pair((void *)caught, 0.5, 2.0);
  std::printf("%g %g %g %g\n", dx, dy, __enzyme_fwddiff((void *)caught, 0.5, 1.0, 2.0, 0.0), __enzyme_fwddiff((void *)caught, 0.5, 0.0, 2.0, 1.0));
  auto [ex, ey] = __enzyme_autodiff_pair((void *)leaving, 0.5, 2.0);
  std::printf("%g %g\n", ex, ey);
  for (int mode = 0; mode < 2; mode++) {
    try {
      if (mode == 0) __enzyme_autodiff_pair((void *)leaving, 2.0, 2.0);
      else __enzyme_fwddiff((void *)leaving, 2.0, 1.0, 2.0, 0.0);
    } catch (const failure &f) {
      std::printf("%s: %zu %g %d\n", f.what(), f.place, f.residual, f.code);
    }
  }
}
// prints: 66 16.5 66 16.5
// prints: 12 3
// prints: diverged at 12.000000: 3 12 3
// prints: diverged at 12.000000: 3 12 3
// feature: exceptions
