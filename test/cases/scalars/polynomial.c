// The four operations and negation on scalars.
double polynomial(double x, double y) { return -(x * x * y - 3.0 * x + y / (1.0 + x * x)) - (-y); }
// function: polynomial
// at: x = 0.7, y = -1.3
// gradient: finite-differences
// feature: arithmetic
