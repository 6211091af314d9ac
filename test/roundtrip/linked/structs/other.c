#include <math.h>
#include <stdlib.h>
struct point {
  double x, y;
};
struct inner {
  float b[3];
};
struct outer {
  struct inner i;
  struct point p;
};
struct hidden {
  struct outer o;
  struct hidden *next;
};
double length(struct point p) { return sqrt(p.x * p.x + p.y * p.y); }
struct hidden *make(int n) {
  struct hidden *h = 0;
  while (n--) {
    struct hidden *f = calloc(1, sizeof *f);
    f->o.i.b[2] = n * 0.5f;
    f->o.p.x = n;
    f->next = h;
    h = f;
  }
  return h;
}
double reveal(struct hidden *h) {
  double t = 0;
  for (; h; h = h->next) t += h->o.i.b[2] + length(h->o.p);
  return t;
}
