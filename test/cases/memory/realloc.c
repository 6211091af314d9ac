// A buffer that grows as it fills: the shadow must grow with it and keep what it holds.
double grow(const double *x, int n) {
  int capacity = 1, size = 0;
  double *w = malloc(capacity * sizeof *w), s = 0;
  for (int i = 0; i < n; i++) {
    if (size == capacity) capacity *= 2, w = realloc(w, capacity * sizeof *w);
    w[size++] = x[i] * x[i] + (i ? w[i - 1] : 0);
  }
  for (int i = 0; i < size; i++) s += w[i] * w[size - 1 - i];
  free(w);
  return s;
}
// function: grow
// at: x = [0.3, -1.2, 0.8, 2.0, 0.6], n = 5
// gradient: finite-differences
// feature: heap
