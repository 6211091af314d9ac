// Fast-math flags on the primal do not spoil the derivative.
double fast(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += x[i] / sqrt(x[i] * x[i] + 1) * sin(x[i]);
  return s;
}
// function: fast
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// flags: -ffast-math
// feature: math
