// Returns out of the middle of a nest of loops, with the tape of every level open.
double nest(double *x, int n, double limit) {
  double s = 0;
  for (int i = 0; i < n; i++) {
    s += sin(x[i]);
    for (int j = i; j < n; j++) {
      x[j] = x[j] * x[i] + 0.3;
      int k = 0;
      while (x[j] + k < 2) {
        s = s * 0.9 + x[j];
        if (s > limit) return s * x[i];
        k++;
      }
    }
  }
  return s;
}
// function: nest
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4, limit = 1.5
// gradient: finite-differences
// feature: early-exit, nested-loops
