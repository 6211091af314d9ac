// Optional callbacks that are never set, and no function of their types anywhere.
#include <math.h>
#include <stddef.h>
struct sim { double t, x, v; int steps; void (*callback)(struct sim *); double (*force)(const struct sim *, double); };
static __attribute__((noinline)) void advance(struct sim *s, double h) {
  double force = -sin(s->x);
  if (s->force != NULL) force += s->force(s, s->x);
  s->v += h * force; s->x += h * s->v; s->t += h; s->steps++;
  if (s->callback) s->callback(s);
}
double simulated(double x, double v, int n) {
  struct sim s = {0, x, v, 0, NULL, NULL};
  for (int i = 0; i < n; i++) advance(&s, 0.1 * (i + 1));
  return s.x * s.v;
}
// function: simulated
// at: x = 0.3, v = 0.7, n = 4
// gradient: finite-differences
// feature: function-pointers
