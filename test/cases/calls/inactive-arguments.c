// One helper, called with active and with constant arguments: each call has its own activity.
__attribute__((noinline)) static double scale(double a, double b, int *calls) { ++*calls; return a * b * b; }
double mix(double x, double c, int k) {
  int calls = 0;
  double s = scale(x, 2.0, &calls) + scale(3.0, x, &calls) + scale(x, x, &calls) + scale(1.5, 2.5, &calls);
  return s * calls + c * k;
}
// function: mix
// at: x = 0.7, c = 1.5, k = 3
// gradient: finite-differences
// feature: calls
