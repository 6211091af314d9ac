// The hook as a C++ template, and a function object's call operator behind a plain function.
#include <cstdio>
extern int enzyme_dup, enzyme_const;
template <typename Return, typename... Arguments> Return __enzyme_autodiff(void *, Arguments...);
template <typename Return, typename... Arguments> Return __enzyme_fwddiff(void *, Arguments...);
struct Model {
  double scale;
  double operator()(const double *x, int n) const { double s = 0; for (int i = 0; i < n; i++) s += scale * x[i] * x[i]; return s; }
};
static double apply(const Model *model, const double *x, int n) { return (*model)(x, n); }
int main() {
  Model model{3}, shadow{0};
  double x[2] = {1, 2}, dx[2] = {0, 0};
  __enzyme_autodiff<double>((void *)apply, enzyme_dup, &model, &shadow, enzyme_dup, x, dx, enzyme_const, 2);
  std::printf("%g %g %g\n", dx[0], dx[1], shadow.scale);
  shadow.scale = 1, dx[0] = 0, dx[1] = 1;
  std::printf("%g\n", __enzyme_fwddiff<double>((void *)apply, enzyme_dup, &model, &shadow, enzyme_dup, x, dx, enzyme_const, 2));
}
// prints: 6 12 5
// prints: 17
// feature: cpp, activity
