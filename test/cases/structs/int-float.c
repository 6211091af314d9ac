// The number in the upper half of a register; and both orders made of each other, in a recursion.
struct front { int n; float x; };
struct back { float x; int n; };
__attribute__((noinline)) static struct front turn(struct back b) { return (struct front){b.n + 1, b.x * 0.5f}; }
__attribute__((noinline)) static struct back descend(struct front f, float s) {
  if (f.n <= 0) return (struct back){f.x * s, 1};
  struct back below = descend((struct front){f.n - 1, f.x * s + 0.125f}, s);
  struct front turned = turn(below);
  return (struct back){turned.x + f.x, turned.n};
}
double fall(double x, double s) {
  struct back b = descend((struct front){3, (float)x}, (float)s);
  return b.x * (float)b.n;
}
// function: fall
// at: x = 0.7, s = 1.3
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
