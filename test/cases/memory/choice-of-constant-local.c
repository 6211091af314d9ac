// The callee chooses between active memory and a constant local of its caller, which is gone in the reverse sweep.
__attribute__((noinline)) static double squares(const double *a, const double *b, int k) {
  const double *p = k > 1 ? a : b;
  double s = 0;
  for (int i = 0; i < 3; i++) s += p[i] * p[i] * (i + 1);
  return s;
}
__attribute__((noinline)) static double both(double *x, int n) {
  double constant[3] = {1, 2, 3};
  constant[n & 1] = n;
  double r = squares(x, constant, n) * squares(constant, x, n);
  x[0] *= r;
  return x[0];
}
double chosen(double *x, int n) { return both(x, n) * both(x + 1, n); }
// function: chosen
// at: x = [0.3, -0.7, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: activity, calls
