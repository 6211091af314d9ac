// Results come back through pointers to the caller's locals.
__attribute__((noinline)) static void polar(double r, double t, double *x, double *y, int *quadrant) {
  *x = r * cos(t), *y = r * sin(t), *quadrant = (*x < 0) + 2 * (*y < 0);
}
double turn(double r, double t) {
  double x, y, s = 0;
  int q;
  for (int i = 0; i < 4; i++) {
    polar(r, t + i, &x, &y, &q);
    s += x * y * (q + 1);
    r = s * 0.1 + r;
  }
  return s;
}
// function: turn
// at: r = 1.1, t = 0.4
// gradient: finite-differences
// feature: calls, pointers
