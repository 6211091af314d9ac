// A constant table is read, and carries no derivative.
static const double table[4] = {0.5, -1.5, 2.5, 3.5};
static const char *const names[2] = {"sin", "cos"};
double weighted(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += table[i & 3] * (names[i & 1][0] == 's' ? sin(x[i]) : cos(x[i]));
  return s;
}
// function: weighted
// at: x = [0.3, -1.2, 0.8, 2.0, 1.1], n = 5
// gradient: finite-differences
// feature: globals
