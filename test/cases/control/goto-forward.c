// Jumps out of a nest to labels further down, past other code.
double jumps(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      s += x[i] * x[j] * (i + 1);
      if (s > 1) goto found;
      if (s < -2) goto lost;
    }
  s *= 2;
lost:
  s += x[0];
found:
  return s * x[1];
}
// function: jumps
// at: x = [0.3, -0.2, 0.8, 1.0], n = 4
// gradient: finite-differences
// feature: branches, early-exit
