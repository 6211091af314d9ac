// A body that runs before its condition is asked, whose count comes from a float.
double collatz(double x, int n) {
  double s = 1;
  do {
    s = s * 0.7 + x;
    if (n % 2) n = 3 * n + 1, s *= x; else n /= 2, s += x * x;
  } while (n != 1);
  return s;
}
// function: collatz
// at: x = 0.8, n = 7
// gradient: finite-differences
// feature: dynamic-loops
