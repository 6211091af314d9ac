// An overlapping memmove downwards, repeated: the shadow moves back the other way, through the overlap.
double shift(double *x, int n, int times) {
  double s = 0;
  for (int t = 0; t < times; t++) {
    memmove(x, x + 1, (n - 1) * sizeof *x);
    x[t % n] = x[t % n] * x[n - 1] + x[0];
    s += x[1] * x[n - 2];
  }
  return s;
}
// function: shift
// at: x = [0.3, -1.2, 0.8, 2.0, 0.4], n = 5, times = 4
// gradient: finite-differences
// feature: memory-copy
