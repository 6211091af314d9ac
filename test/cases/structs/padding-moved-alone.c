// The bytes before a long double are padding: where a struct is copied piece by piece, they come in an integer of their own.
struct state { double g; long double h; int k; };
static struct state scaled(struct state s, double a) { s.h *= a; s.g = s.h > 1 ? s.g : s.g * a; return s; }
__attribute__((noinline)) static double counted(struct state *s, double a) { s->k += 2; return a * s->g + (double)s->h; }
double padded(double a, double b, int k) {
  struct state t[2] = {0};
  t[0].g = a, t[0].h = b, t[1].h = 0.625;
  struct state *r = k % 2 != 0 ? &t[1] : &t[k % 2];
  double sum = counted(&t[1], a);
  t[1] = scaled(*r, a);
  return sum + counted(&t[1], b) + counted(&t[k % 2], a);
}
// function: padded
// at: a = 0.7, b = 1.3, k = 2
// gradient: finite-differences
// feature: struct-by-value
