// A float and an integer packed into one register, and the integer computed with where it is.
struct mixed { float f; int i; double d; };
__attribute__((noinline)) static struct mixed step(struct mixed m, double x) { return (struct mixed){m.f * 0.5f + 0.25f * (float)x, m.i + 1, m.d * x + m.i * m.f}; }
double walk(double x, double y) {
  struct mixed m = {(float)y, 2, y};
  for (int k = 0; k < 4; k++) m = step(m, x);
  return m.d * m.f * m.i;
}
// function: walk
// at: x = 0.6, y = -0.4
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
