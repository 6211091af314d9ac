// A buffer of another size in every iteration, all freed within it.
double heap(const double *x, int n) {
  double s = 0;
  for (int i = 1; i <= n; i++) {
    double *w = malloc(i * sizeof *w);
    for (int j = 0; j < i; j++) w[j] = x[j] * x[i - 1];
    for (int j = 1; j < i; j++) w[j] += w[j - 1] * w[j];
    s += tanh(w[i - 1]);
    free(w);
  }
  return s;
}
// function: heap
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: heap, nested-loops
