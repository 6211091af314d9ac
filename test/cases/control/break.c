// The loop ends in the middle of its body, after some of the work was done.
double until(const double *x, int n, double limit) {
  double s = 0;
  for (int i = 0; i < n; i++) {
    s += x[i] * x[i];
    if (s > limit) break;
    s *= 1.1;
  }
  return s;
}
// function: until
// at: x = [0.3, -1.2, 0.8, 2.0, 5.0], n = 5, limit = 3
// gradient: finite-differences
// feature: early-exit
