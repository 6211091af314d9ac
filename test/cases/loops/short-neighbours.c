// The same for rings of one and two, where neighbours are one's own, and for no ring at all.
double ring(const double *x, int n) {
  double y[4] = {0};
  for (int i = 0; i < n; i++) y[i] = x[i > 0 ? i - 1 : n - 1] * x[i] + x[i] * x[i < n - 1 ? i + 1 : 0] * x[i];
  double s = 0;
  for (int i = 0; i < n; i++) s += y[i] * y[i] * (i + 1);
  return s;
}
double short_neighbours(const double *x) { return ring(x, 0) + ring(x, 1) * x[2] + ring(x, 2) + ring(x + 1, 3); }
// function: short_neighbours
// at: x = [0.3, -1.2, 0.8, 0.9]
// gradient: finite-differences
// feature: nested-loops
