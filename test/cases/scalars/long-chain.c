// A long chain of dependent operations with many shared subexpressions.
double chain(double x) {
  double a = sin(x), b = a * a + x, c = b * a - exp(-b), d = c / (1 + b * b), e = d * a + c * b;
  double f = tanh(e) * d, g = f + e * sqrt(1 + f * f), h = log(2 + g * g) * a, i = h * g - f * e, j = i / (2 + cos(h));
  return j * i + h * g + f * e + d * c + b * a;
}
// function: chain
// at: x = 0.9
// gradient: finite-differences
// feature: arithmetic
