// Merges whose condition cannot be asked again: what it read has been overwritten.
double merge(double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) {
    double t;
    if (x[i] > 0) { t = x[i] * x[i]; x[i] = -t; } else if (x[i] > -1) { t = exp(x[i]); x[i] = 1; } else { t = s; x[i] = 0.5 * s; }
    s += t * x[i];
  }
  return s;
}
// function: merge
// at: x = [0.3, -1.2, 0.8, -0.5], n = 4
// gradient: finite-differences
// feature: branches
