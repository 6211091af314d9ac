// Newton's iteration: how often it runs depends on the values.
double root(double a) {
  double x = a;
  while (fabs(x * x - a) > 1e-13 * a) x = 0.5 * (x + a / x);
  return x;
}
// function: root
// at: a = 7.3
// gradient: a = 0.18505834429110066
// feature: dynamic-loops
