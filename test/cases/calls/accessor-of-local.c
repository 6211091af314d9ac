// A function that returns a pointer into what it was given, a local array into which nothing was written before.
__attribute__((noinline)) static double *at(double *counts, int i) { return counts + 2 * i; }
double accessed(const double *x, int n) {
  double counts[8] = {0};
  for (int i = 0; i < n; i++) *at(counts, i) += x[i] * x[i];
  return counts[0] * counts[2] + counts[4];
}
// function: accessed
// at: x = [0.5, -1.1, 0.7], n = 3
// gradient: finite-differences
// feature: calls
