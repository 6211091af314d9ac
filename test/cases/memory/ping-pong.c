// Time stepping with two buffers whose pointers are swapped every step; the last result is in either.
double simulate(const double *x, int n, int steps) {
  double *now = malloc(n * sizeof *now), *next = malloc(n * sizeof *next), s = 0;
  memcpy(now, x, n * sizeof *now);
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < n; i++) next[i] = now[i] + 0.1 * now[i] * (now[(i + 1) % n] - now[(i + n - 1) % n]);
    double *swap = now;
    now = next, next = swap;
  }
  for (int i = 0; i < n; i++) s += now[i] * now[i] * (i + 1);
  free(now), free(next);
  return s;
}
// function: simulate
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4, steps = 7
// gradient: finite-differences
// feature: pointers, heap
