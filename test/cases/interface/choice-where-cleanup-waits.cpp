// The function to differentiate is one of two, where an exception would have something to destroy.
#include <cmath>
#include <cstdio>
#include <vector>
template <class R, class... A> R __enzyme_autodiff(void *, A...);
static double f(double x) { return x * x; }
static double g(double x) { return std::exp(x); }
__attribute__((noinline)) static double slope(int which, double x) {
  std::vector<double> all(3, x);
  try {
    double s = __enzyme_autodiff<double>((void *)(which ? f : g), x);
    all.push_back(s);
    return all[0] + all[3];
  } catch (int code) {
    return code + all[1] + which;
  }
}
int main() { std::printf("%g %g\n", slope(1, 3), slope(0, 0)); }
// prints: 9 1
// feature: activity
