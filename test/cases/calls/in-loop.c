// A call in a loop whose own loop needs a tape: one tape for every call.
__attribute__((noinline)) static double smooth(double *w, int n, double a) {
  double s = 0;
  for (int i = 1; i < n; i++) w[i] = w[i] * w[i - 1] + a, s += w[i] * w[i];
  return s;
}
double rounds(double *x, int n, int m) {
  double s = 0.1;
  for (int t = 0; t < m; t++) s = sin(smooth(x, n, s) * 0.5);
  return s;
}
// function: rounds
// at: x = [0.3, -1.2, 0.8, 0.5], n = 4, m = 3
// gradient: finite-differences
// feature: calls
