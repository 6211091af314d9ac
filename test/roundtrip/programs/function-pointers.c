#include <stdio.h>
#include <stdlib.h>
typedef double (*op)(double, double);
static double add(double a, double b) { return a + b; }
static double mul(double a, double b) { return a * b; }
static op ops[] = {add, mul};
struct object {
  const struct methods *m;
  int value;
};
struct methods {
  int (*get)(struct object *);
  void (*set)(struct object *, int);
};
static int get(struct object *o) { return o->value; }
static void set(struct object *o, int v) { o->value = v; }
static const struct methods table = {get, set};
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static op choose(int i) { return ops[i & 1]; }
int (*global_pointer)(const char *) = puts;
int main(void) {
  struct object o = {&table, 1};
  o.m->set(&o, 12);
  int a[] = {5, 2, 9, 1, 7};
  qsort(a, 5, sizeof *a, compare);
  for (int i = 0; i < 5; i++) printf("%d ", a[i]);
  printf("%g %g %d\n", choose(0)(2, 3), choose(1)(2, 3), o.m->get(&o));
  global_pointer("through a pointer");
  return 0;
}
