// What an output held before is gone: its shadow is consumed, and nothing of it flows back.
void overwrite(double x, double *y, int n) {
  for (int i = 0; i < n; i++) y[i] = x * (i + 1);
  y[0] = y[1] * x;
}
// function: overwrite
// at: x = 1.25, y = [5, 6, 7], n = 3
// gradient: finite-differences
// feature: load-store
