// Triangular loops whose bounds depend on the outer ones, three deep, stepping down and by two.
double triangle(const double *x, int n) {
  double s = 0;
  for (int i = n - 1; i >= 0; i--)
    for (int j = i; j < n; j += 2)
      for (int k = 0; k <= j - i; k++) s = sin(s) + x[i] * x[j] * x[k];
  return s;
}
// function: triangle
// at: x = [0.3, -1.2, 0.8, 2.0, 0.5], n = 5
// gradient: finite-differences
// feature: nested-loops
