// An early return that has to free what was allocated; nothing may leak on either way out.
double guarded(const double *x, int n) {
  double *w = malloc(n * sizeof *w), s = 0;
  for (int i = 0; i < n; i++) {
    w[i] = x[i] * x[i] + s;
    s += w[i] * 0.5;
    if (s > 1.25) {
      double result = w[i] * w[0];
      free(w);
      return result;
    }
  }
  free(w);
  return s;
}
// function: guarded
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: early-exit, heap
