// Quotients of quotients: both operands of each division are active.
double continued(double a, double b, double c) { return a / (b + c / (a + b / (c + a / (b + 1.0)))); }
// function: continued
// at: a = 1.1, b = 2.3, c = 0.6
// gradient: finite-differences
// feature: arithmetic
