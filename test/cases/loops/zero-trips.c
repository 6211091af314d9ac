// Loops that run no time at all, outside and inside of one that does.
double nothing(const double *x, int n, int zero) {
  double s = x[0];
  for (int i = 0; i < zero; i++) s *= x[i];
  for (int i = 0; i < n; i++) {
    for (int j = i; j < zero; j++) s += x[j] * s;
    s += x[i] * x[i];
  }
  while (zero > 0) s *= 2, zero--;
  return s;
}
// function: nothing
// at: x = [0.3, -1.2, 0.8], n = 3, zero = 0
// gradient: finite-differences
// feature: counted-loops
