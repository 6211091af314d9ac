// A recursion whose depth an integer decides, with work before and after the inner call.
__attribute__((noinline)) static double descend(double x, double *w, int depth) {
  if (depth == 0) return x;
  w[depth % 3] = w[depth % 3] * x + 0.2;
  double below = descend(sin(x) + w[0], w, depth - 1);
  return below * x + w[1];
}
double start(double x, double *w) { return descend(x, w, 5); }
// function: start
// at: x = 0.6, w = [0.1, 0.2, 0.3]
// gradient: finite-differences
// feature: recursion
