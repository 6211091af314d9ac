// The bits of an active number are hashed arithmetically: no derivative can follow them.
double f(double x) {
  union { double d; unsigned long long i; } u = {x};
  u.i = u.i * 3 + 1;
  return u.d * x;
}
// function: f
// at: x = 1
// error: RZ
// feature: refusals
