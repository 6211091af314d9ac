// Two functions that call each other.
__attribute__((noinline)) static double odd(const double *x, int n, double s);
__attribute__((noinline)) static double even(const double *x, int n, double s) { return n == 0 ? s : odd(x, n - 1, s * x[n - 1] + 0.5); }
__attribute__((noinline)) static double odd(const double *x, int n, double s) { return n == 0 ? -s : even(x, n - 1, sin(s) + x[n - 1]); }
double alternate(const double *x, int n) { return even(x, n, 0.7) * even(x, n - 1, 0.2); }
// function: alternate
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: recursion
