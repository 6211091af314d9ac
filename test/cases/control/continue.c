// Some iterations skip the second half of the body.
double skip(double *x, int n) {
  double s = 1;
  for (int i = 0; i < n; i++) {
    s = s + sin(x[i]) * s;
    if (x[i] < 0) continue;
    x[i] = s * x[i];
    if (i % 3 == 2) continue;
    s *= x[i] + 1;
  }
  return s;
}
// function: skip
// at: x = [0.3, -1.2, 0.8, 2.0, -0.5, 0.4], n = 6
// gradient: finite-differences
// feature: early-exit
