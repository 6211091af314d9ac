// A helper called several times on one path, its results used together.
__attribute__((noinline)) static double helper(double a, double b) { return a * a * b + sin(b); }
double caller(double x, double y) { return helper(x, y) * helper(y, x) + helper(helper(x, x), y); }
// function: caller
// at: x = 0.6, y = -0.8
// gradient: finite-differences
// feature: calls
