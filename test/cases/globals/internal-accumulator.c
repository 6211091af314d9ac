// An internal global is scratch space that derivatives flow through.
static double total, history[4];
__attribute__((noinline)) static void push(double v, int i) { total += v * v; history[i & 3] = total * v; }
double accumulate(const double *x, int n) {
  total = 0;
  for (int i = 0; i < 4; i++) history[i] = 0;
  for (int i = 0; i < n; i++) push(x[i] + total * 0.1, i);
  double s = total;
  for (int i = 0; i < 4; i++) s += history[i] * (i + 1);
  return s;
}
// function: accumulate
// at: x = [0.3, -1.2, 0.8, 1.0, 0.4], n = 5
// gradient: finite-differences
// feature: globals
