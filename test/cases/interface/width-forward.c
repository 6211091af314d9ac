// Several tangents beside one primal: loops, calls, branches, memory of its own, globals, pointers to pointers, structs of results.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_const, enzyme_dup, enzyme_dupnoneed, enzyme_dupv, enzyme_dupnoneedv, enzyme_width, enzyme_primal_return;
typedef struct { double x, y; } two;
typedef struct { float x, y, z; } three_floats;
typedef struct { double value, x, y; } three;
two __enzyme_fwddiff_two(void *, ...);
three __enzyme_fwddiff_three(void *, ...);
three_floats __enzyme_fwddiff_floats(void *, ...);
double __enzyme_fwddiff_one(void *, ...);
void __enzyme_fwddiff(void *, ...);

static double scale = 2;
__attribute__((noinline)) static double inner(double *v, double x, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += v[i] * (i % 2 ? sin(x) : x * x);
  return s * scale;
}
__attribute__((noinline)) static double work(double x, double y, int n) {
  double *v = calloc(n, sizeof *v), *w = malloc(n * sizeof *w), *u = NULL, **p = &w;
  for (int i = 0; i < n; i++) w[i] = x * (i + 1) + y;
  scale = y;
  memcpy(v, *p, n * sizeof *v);
  memset(*p, 0, n * sizeof *w);
  u = realloc(w, 2 * n * sizeof *u);
  for (int i = 0; i < n; i++) u[n + i] = v[i];
  double s = inner(u + n, x, n) + u[0];
  free(u), free(v);
  return s + fmax(x, y) + hypot(x, y);
}
static float product(float a, float b, float c) { return a * b * c; }
__attribute__((noinline)) static void shift(const double *u, double *v, int n) { for (int i = 0; i < n; i++) v[i] = u[i] * u[(i + 1) % n]; }

volatile int size = 4;
int main(void) {
  int n = size;
  double x = 1.25, y = 0.5;
  three t = __enzyme_fwddiff_three((void *)work, enzyme_width, 2, enzyme_primal_return, x, 1.0, 0.0, y, 0.0, 1.0, n);
  double dx = __enzyme_fwddiff_one((void *)work, x, 1.0, y, 0.0, n), dy = __enzyme_fwddiff_one((void *)work, x, 0.0, y, 1.0, n);
  double h = 1e-6;
  printf("%d %d %d %d\n", t.x == dx, t.y == dy, fabs((work(x + h, y, n) - work(x - h, y, n)) / (2 * h) - dx) < 1e-6,
         fabs((work(x, y + h, n) - work(x, y - h, n)) / (2 * h) - dy) < 1e-6);
  printf("%d\n", t.value == work(x, y, n));
  three_floats p = __enzyme_fwddiff_floats((void *)product, enzyme_width, 3, 2.0f, 1.0f, 0.0f, 0.0f, 3.0f, 0.0f, 1.0f, 0.0f, 4.0f, 0.0f, 0.0f, 1.0f);
  printf("%g %g %g\n", p.x, p.y, p.z);
  double u[4] = {1, 2, 3, 4}, v[4], du[2][4] = {{1, 0, 0, 0}, {0, 0, 1, 1}}, dv[2][5];
  __enzyme_fwddiff((void *)shift, enzyme_width, 2, enzyme_dupv, sizeof du[0], u, du, enzyme_dupnoneedv, sizeof dv[0], v, dv, n);
  for (int i = 0; i < 2; i++) printf("%g %g %g %g\n", dv[i][0], dv[i][1], dv[i][2], dv[i][3]);
  two same = __enzyme_fwddiff_two((void *)work, enzyme_width, 2, x, 1.0, 1.0, enzyme_const, y, n);
  printf("%d %d\n", same.x == same.y, same.x == dx);
}
// prints: 1 1 1 1
// prints: 1
// prints: 12 8 6
// prints: 2 0 0 4
// prints: 0 2 7 1
// prints: 1 1
// feature: width
