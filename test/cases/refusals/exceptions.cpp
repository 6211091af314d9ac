// A throw on the way and a handler around it.
__attribute__((noinline)) static double checked(double x) { if (x < 0) throw x; return x * x; }
double f(double x) {
  try { return checked(x) * x; } catch (double v) { return -v; }
}
// function: f
// at: x = 1
// error: RZ3002
// feature: refusals
