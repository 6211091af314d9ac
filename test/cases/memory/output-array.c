// No returned value: all that counts is written through a pointer.
void filter(const double *x, double *y, int n) {
  for (int i = 0; i < n; i++) y[i] = x[i] * x[(i + 1) % n] + y[i] * 0.5;
}
// function: filter
// at: x = [0.3, -1.2, 0.8, 2.0], y = [1, 2, 3, 4], n = 4
// gradient: finite-differences
// feature: load-store
