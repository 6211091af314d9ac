// Ten thousand steps of a recurrence: the tape is large, and exactly of the size it must be.
double logistic(double r, double x, int steps) {
  for (int i = 0; i < steps; i++) x = x + 0.001 * r * x * (1 - x);
  return x;
}
// function: logistic
// at: r = 0.7, x = 0.1, steps = 10000
// gradient: finite-differences
// feature: counted-loops
