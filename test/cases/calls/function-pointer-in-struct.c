// Objects in C: a table of operations behind a pointer, a function pointer in a struct that is passed on.
#include <stdlib.h>
#include <math.h>
struct shape;
struct operations { double (*area)(const struct shape *); void (*scale)(struct shape *, double); void (*destroy)(struct shape *); };
struct shape { const struct operations *operations; double size[2]; };
static double disc_area(const struct shape *s) { return 3.14 * s->size[0] * s->size[0]; }
static void disc_scale(struct shape *s, double by) { s->size[0] *= by; }
static double box_area(const struct shape *s) { return s->size[0] * s->size[1]; }
static void box_scale(struct shape *s, double by) { s->size[0] *= by; s->size[1] *= sqrt(by); }
static void destroy(struct shape *s) { free(s); }
static const struct operations disc = {disc_area, disc_scale, destroy}, box = {box_area, box_scale, destroy};
static struct shape *make(const struct operations *operations, double a, double b) {
  struct shape *s = malloc(sizeof *s);
  s->operations = operations, s->size[0] = a, s->size[1] = b;
  return s;
}
struct fold { double (*combine)(double, double); double start; };
static double plus(double a, double b) { return a + b; }
static double times(double a, double b) { return a * b; }
static double fold(struct fold how, struct shape **shapes, int n) __attribute__((noinline));
static double fold(struct fold how, struct shape **shapes, int n) {
  double all = how.start;
  for (int i = 0; i < n; i++) all = how.combine(all, shapes[i]->operations->area(shapes[i]));
  return all;
}
double f(double *x, int n) {
  struct shape *shapes[8];
  for (int i = 0; i < n; i++) shapes[i] = make(i % 2 ? &disc : &box, x[i], x[(i + 1) % n]);
  for (int i = 0; i < n; i++) shapes[i]->operations->scale(shapes[i], x[0]);
  double sum = fold((struct fold){plus, x[1]}, shapes, n), product = fold((struct fold){times, x[2]}, shapes, n);
  for (int i = 0; i < n; i++) shapes[i]->operations->destroy(shapes[i]);
  return sum * product;
}
// function: f
// at: x = [1.2, 0.7, 0.9, 1.1], n = 4
// gradient: finite-differences
// feature: function-pointers
