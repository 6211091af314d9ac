// calloc's zeros are read before anything is written there.
double scatter(const double *x, const int *to, int n) {
  double *bins = calloc(4, sizeof *bins), s = 0;
  for (int i = 0; i < n; i++) bins[to[i]] = bins[to[i]] * 0.5 + x[i] * x[i];
  for (int i = 0; i < 4; i++) s += bins[i] * bins[(i + 1) % 4];
  free(bins);
  return s;
}
// function: scatter
// at: x = [0.3, -1.2, 0.8, 2.0, 0.6], to = [0, 2, 0, 3, 1], n = 5
// gradient: finite-differences
// feature: heap
