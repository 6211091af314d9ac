// A local array filled in one loop and read in another, with indices from the data's integers.
double local(const double *x, const int *index, int n) {
  double w[8] = {0};
  for (int i = 0; i < n; i++) w[index[i] & 7] += x[i] * x[i];
  double s = 0;
  for (int i = 0; i < 8; i++) s += w[i] * w[(i + 3) & 7];
  return s;
}
// function: local
// at: x = [0.3, -1.2, 0.8, 2.0, 0.7], index = [1, 4, 4, 7, 2], n = 5
// gradient: finite-differences
// feature: alloca, load-store
