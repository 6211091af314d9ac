// A copy is read after its source was overwritten.
double copies(double *x, int n) {
  double w[8];
  memcpy(w, x, n * sizeof *x);
  for (int i = 0; i < n; i++) x[i] = w[i] * w[n - 1 - i];
  double s = 0;
  for (int i = 0; i < n; i++) s += x[i] * w[i];
  return s;
}
// function: copies
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: memory-copy
