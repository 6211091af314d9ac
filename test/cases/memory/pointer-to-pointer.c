// Rows reached through an array of pointers, permuted while in use.
double rows(double *x, int n) {
  double *row[4];
  for (int i = 0; i < 4; i++) row[i] = x + i * n;
  double s = 0;
  for (int k = 0; k < 6; k++) {
    double *first = row[k & 3];
    row[k & 3] = row[(k + 1) & 3], row[(k + 1) & 3] = first;
    for (int j = 0; j < n; j++) row[0][j] += 0.5 * row[2][j] * row[1][n - 1 - j];
    s += row[3][0];
  }
  return s;
}
// function: rows
// at: x = [0.3, -1.2, 0.8, 2.0, 0.6, -0.4, 0.1, 0.9], n = 2
// gradient: finite-differences
// feature: pointers
