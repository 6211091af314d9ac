// Two floats share one register as a vector.
struct pair { float a, b; };
__attribute__((noinline)) static struct pair swap(struct pair p, float s) { return (struct pair){p.b * s, p.a + p.b}; }
float dance(float *x, int n) {
  struct pair p = {x[0], x[1]};
  for (int i = 0; i < n; i++) p = swap(p, x[2]);
  return p.a * p.b;
}
// function: dance
// at: x = [0.5, 0.75, 1.25], n = 3
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
