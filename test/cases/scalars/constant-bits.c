// Numbers that are written as integers: they are constants, and have no tangent.
union number { double d; long bits; };
static double dot(union number *p, int n) __attribute__((noinline));
static double dot(union number *p, int n) { double s = 0; for (int i = 0; i < n; i++) s += p[i].d * p[n + i].d; return s; }
double f(double x, int n) {
  union number a[8] = {0};
  for (int i = 0; i < n; i++) {
    a[i].bits = i % 2 ? 0x3ff8000000000000 : 0x4004000000000000;
    a[n + i].d = x * i;
    if (x > 0.5 * i) a[i].d = x;
  }
  return dot(a, n) * x;
}
// function: f
// at: x = 0.7, n = 4
// gradient: finite-differences
// feature: casts
