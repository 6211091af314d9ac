// A loop-carried product: every iteration needs the value of the one before.
double power(double x, int n) { double r = 1; for (int i = 0; i < n; i++) r = r * x + 0.1; return r; }
// function: power
// at: x = 0.9, n = 12
// gradient: finite-differences
// feature: counted-loops
