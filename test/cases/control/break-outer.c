// An inner break and a flag that ends the outer loop too.
double search(const double *x, int n) {
  double s = 0;
  int done = 0;
  for (int i = 0; i < n && !done; i++) {
    for (int j = 0; j < n; j++) {
      s += x[i] * x[j];
      if (s > 2) { done = 1; break; }
      if (x[j] < -1) break;
      s += 0.1 * s * x[j];
    }
    s += x[i];
  }
  return s;
}
// function: search
// at: x = [0.3, 0.8, -1.2, 1.0], n = 4
// gradient: finite-differences
// feature: early-exit, nested-loops
