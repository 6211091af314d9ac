// A matrix as an array of arrays, updated in place by elimination.
double determinant(const double *x) {
  double a[3][3], d = 1;
  for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) a[i][j] = x[3 * i + j];
  for (int k = 0; k < 3; k++) {
    d *= a[k][k];
    for (int i = k + 1; i < 3; i++) {
      double factor = a[i][k] / a[k][k];
      for (int j = k; j < 3; j++) a[i][j] -= factor * a[k][j];
    }
  }
  return d;
}
// function: determinant
// at: x = [4, 1, 0.5, 1, 3, 0.25, 0.5, -1, 2]
// gradient: finite-differences
// feature: alloca, nested-loops
