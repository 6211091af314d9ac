// The caller's own buffers swap roles, an odd number of times.
double swing(double *a, double *b, int n, int steps) {
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < n; i++) b[i] = a[i] * 0.9 + b[i] * a[(i + 1) % n];
    double *swap = a;
    a = b, b = swap;
  }
  return a[0] * b[n - 1];
}
// function: swing
// at: a = [0.3, -1.2, 0.8], b = [0.5, 0.7, -0.2], n = 3, steps = 5
// gradient: finite-differences
// feature: pointers
