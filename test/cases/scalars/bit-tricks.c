// The sign is moved through the bits of the number, as copysign and fast absolute values do by hand.
double magnitude(double x, double y) {
  union { double value; unsigned long long bits; } u = {x};
  u.bits &= 0x7fffffffffffffffULL;
  return u.value * y + copysign(x, y);
}
// function: magnitude
// at: x = -1.5, y = 0.8
// gradient: finite-differences
// feature: bits
