#include <stdio.h>
struct two {
  int a, b;
};
struct mixed {
  double d;
  int i;
};
struct vec {
  float x, y, z;
};
struct large {
  double v[8];
  char tag;
};
struct nested {
  struct two t[2];
  struct mixed m;
};
union any {
  int i;
  double d;
  char c[12];
};
struct flex {
  int n;
  short items[];
};
static struct two swap(struct two t) { return (struct two){t.b, t.a}; }
static struct mixed scale(struct mixed m, double k) {
  m.d *= k;
  m.i++;
  return m;
}
static struct vec cross(struct vec a, struct vec b) {
  return (struct vec){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
__attribute__((noinline)) static struct large fill(struct large l, int k) {
  for (int i = 0; i < 8; i++) l.v[i] += i * k;
  l.tag = 'f';
  return l;
}
static union any pick(int w) {
  union any u = {0};
  if (w) u.d = 2.5;
  else u.i = 7;
  return u;
}
int main(void) {
  struct two t = swap((struct two){1, 2});
  struct mixed m = scale((struct mixed){1.5, 3}, 2);
  struct vec v = cross((struct vec){1, 2, 3}, (struct vec){4, 5, 6});
  struct large l = fill((struct large){{1}, 'a'}, 3);
  struct nested n = {{{1, 2}, {3, 4}}, m}, c = n;
  c.t[1].a = 9;
  printf("%d %d %g %d %g %g %g %g %c %d %d %g %d\n", t.a, t.b, m.d, m.i, v.x, v.y, v.z, l.v[7], l.tag, n.t[1].a,
         c.t[1].a, pick(1).d, pick(0).i);
  static struct flex f = {3, {1, 2, 3}};
  return f.items[2];
}
