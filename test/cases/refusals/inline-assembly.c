// Inline assembly that computes with an active value.
double f(double x) {
  double y;
  __asm__("addsd %1, %0" : "=x"(y) : "x"(x), "0"(x));
  return y * x;
}
// function: f
// at: x = 1
// error: RZ3003
// feature: refusals
