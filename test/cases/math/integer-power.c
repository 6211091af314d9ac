// pow with constant, integer and fractional exponents; powi from the builtin.
double powers(double x, int n) {
  return pow(x, 2) + pow(x, 3) * pow(x, -1.5) + pow(2, x) + pow(x, 0.5) + __builtin_powi(x, n) + __builtin_powi(x, -2);
}
// function: powers
// at: x = 1.7, n = 5
// gradient: finite-differences
// feature: math
