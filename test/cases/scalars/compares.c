// Every kind of floating-point compare, far from where it changes.
double compares(double x, double y) {
  double r = 0;
  if (x < y) r += x * y; else r -= y;
  if (x > y) r += sin(x); else r += cos(y) * x;
  if (x <= 0.5) r *= x; else r *= y;
  if (y >= 0.5) r += y * y; else r -= x * x;
  if (x == y) r = 0;
  if (x != y) r += x;
  if (!(x < y)) r *= 2;
  return r;
}
// function: compares
// at: x = 0.3, y = 1.7
// gradient: finite-differences
// feature: compares, branches
