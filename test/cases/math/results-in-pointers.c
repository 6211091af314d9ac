// Functions that return a part of their result through a pointer.
double parts(double x) {
  int e;
  double m = frexp(x, &e), whole, fraction = modf(x * 10, &whole);
  return m * m * e + fraction * whole;
}
// function: parts
// at: x = 2.3456
// gradient: finite-differences
// feature: math
