// An active number that travels in the exception: it has no shadow there.
__attribute__((noinline)) static double strict(double x) {
  if (x > 1) throw x * x;
  return x;
}
double travels(double x) {
  try {
    return strict(x);
  } catch (double d) {
    return d * x;
  }
}
// function: travels
// at: x = 1.5
// error: RZ4006
// feature: refusals
