// Ternaries become selects: only the chosen operand has a derivative.
double clamp_sum(const double *x, int n, double low, double high) {
  double s = 0;
  for (int i = 0; i < n; i++) {
    double v = x[i] < low ? low : x[i] > high ? high : x[i];
    s += v * v * (i & 1 ? 1.0 : -2.0);
  }
  return s;
}
// function: clamp_sum
// at: x = [-2, -0.4, 0.1, 0.9, 3], n = 5, low = -0.5, high = 0.8
// gradient: finite-differences
// feature: selects
