// What memset clears has no derivative any more; what it leaves has.
double clear(double *x, int n, int from) {
  double before = x[from] * x[from];
  memset(x + from, 0, (n - from) * sizeof *x);
  double s = before;
  for (int i = 0; i < n; i++) s += x[i] * x[i] + x[i];
  return s;
}
// function: clear
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4, from = 2
// gradient: finite-differences
// feature: memory-copy
