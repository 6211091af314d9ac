// Numbers beside short integers and characters; two floats and an integer; a double, a float and an integer.
struct small { float x; short s; char c; };
struct triple { float a, b; int n; };
struct wide { double d; float f; int n; };
__attribute__((noinline)) static struct small mark(struct small v, float t) { return (struct small){v.x * t, (short)(v.s + v.c), (char)(v.c + 1)}; }
__attribute__((noinline)) static struct triple spin(struct triple v, float t) { return (struct triple){v.b * t, v.a + v.b, v.n + 1}; }
__attribute__((noinline)) static struct wide grow(struct wide v, double t) { return (struct wide){v.d * t + v.f, v.f * (float)v.n, v.n + 1}; }
double all(double x, double t) {
  struct small s = {(float)x, 1, 2};
  struct triple r = {(float)x, 0.5f, 1};
  struct wide w = {x, (float)(x * t), 1};
  for (int i = 0; i < 3; i++) {
    s = mark(s, (float)t);
    r = spin(r, (float)t);
    w = grow(w, t);
  }
  return s.x * (float)(s.s + s.c) + r.a * r.b * (float)r.n + w.d * w.f;
}
// since: 22
// function: all
// at: x = 0.6, t = 1.1
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
