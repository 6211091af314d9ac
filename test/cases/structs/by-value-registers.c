// A small struct travels in registers, both ways.
struct pair { double a, b; };
__attribute__((noinline)) static struct pair turn(struct pair p, double t) { return (struct pair){p.a * cos(t) - p.b * sin(t), p.a * sin(t) + p.b * cos(t)}; }
double spin(double x, double y, double t) {
  struct pair p = {x, y};
  for (int i = 0; i < 3; i++) p = turn(p, t * (i + 1));
  return p.a * p.b + p.a;
}
// function: spin
// at: x = 0.6, y = -0.4, t = 0.3
// gradient: finite-differences
// feature: struct-by-value
