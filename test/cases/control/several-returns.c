// Each way out returns an expression of its own.
double piecewise(double x, double y) {
  if (x < 0) return x * y;
  if (x < 1) {
    if (y < 0) return sin(x) - y * y;
    return x * x * x + y;
  }
  for (int i = 0; i < 10; i++) {
    x *= 0.7;
    if (x < 0.5) return x * y * i;
  }
  return y;
}
double pieces(double x, double y) {
  return piecewise(-x, y) + 2 * piecewise(x, -y) + 3 * piecewise(x, y) + 4 * piecewise(x + 3, y) + 5 * piecewise(x + 90, y);
}
// function: pieces
// at: x = 0.4, y = 0.7
// gradient: finite-differences
// feature: branches, early-exit, calls
