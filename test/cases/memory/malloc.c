// A heap buffer per call, freed before the return.
double heap(const double *x, int n) {
  double *w = malloc(n * sizeof *w), s = 0;
  for (int i = 0; i < n; i++) w[i] = exp(x[i] * 0.5);
  for (int i = 1; i < n; i++) w[i] *= w[i - 1];
  for (int i = 0; i < n; i++) s += w[i] * x[n - 1 - i];
  free(w);
  return s;
}
// function: heap
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: heap
