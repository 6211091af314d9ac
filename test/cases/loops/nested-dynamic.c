// An inner loop of unknown count in an outer loop of unknown count.
double inner(double x, double y) {
  double s = 1;
  int rounds = 0;
  while (s < 40 && rounds < 50) {
    double t = x;
    while (t < s) t = t * 1.7 + 0.1 * y;
    s += t * y;
    rounds++;
  }
  return s;
}
// function: inner
// at: x = 0.35, y = 0.61
// gradient: finite-differences
// feature: dynamic-loops, nested-loops
