// The same struct, a different one of the same name, one that is opaque here, and one that differs only deep inside.
#include <stdio.h>
struct point {
  double x, y;
};
struct inner {
  int a;
};
struct outer {
  struct inner i;
  struct point p;
};
struct hidden;
struct hidden *make(int);
double reveal(struct hidden *);
double length(struct point p);
static double total(struct outer *o) { return o->i.a + length(o->p); }
union either {
  struct outer o;
  long l;
};
int main(void) {
  union either e = {.o = {{3}, {3, 4}}};
  struct outer list[2] = {{{1}, {6, 8}}, {{2}, {0, 1}}};
  printf("%g %g %g %g\n", total(&e.o), total(list), total(list + 1), reveal(make(4)));
  return 0;
}
