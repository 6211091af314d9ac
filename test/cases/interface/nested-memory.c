// A derivative of a derivative through memory whose types only the first of them could tell: structs by value, overlapping moves, integers beside numbers.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_dup;
void __enzyme_autodiff(void *, ...);
void __enzyme_fwddiff(void *, ...);
struct item { int weight; double value; int next; };
struct settings { int length; double scale; double *total; int step; };
__attribute__((noinline)) static double walk(const struct item *items, struct settings settings) {
  double s = 0;
  for (int at = 0; at >= 0; at = items[at].next) s += items[at].weight * items[at].value * items[(at + settings.step) % settings.length].value;
  *settings.total += s * s * settings.scale;
  return s;
}
__attribute__((noinline)) static double f(const double *x) {
  double total = x[0], *kept = malloc(5 * sizeof *kept);
  struct item items[4], copy[4];
  for (int i = 0; i < 4; i++) items[i] = (struct item){i + 1, x[i], i < 3 ? i + 1 : -1};
  memcpy(kept, x, 4 * sizeof *kept);
  memmove(kept + 1, kept, 4 * sizeof *kept);
  memcpy(copy, items, sizeof copy);
  copy[0] = copy[2];
  copy[0].value *= kept[2], copy[3].next = -1;
  struct settings settings = {4, x[1] * x[2], &total, 1}, other = settings;
  other.step = 3;
  double r = walk(items, settings) + sin(walk(copy, other)) + total + kept[1] * kept[4];
  free(kept);
  return r;
}
static void gradient(double *x, double *dx) { __enzyme_autodiff((void *)f, enzyme_dup, x, dx); }
int main(void) {
  double x[4] = {0.3, 0.8, -0.4, 1.1}, h = 1e-5;
  int forward = 1, backward = 1;
  for (int i = 0; i < 4; i++) {
    double dx[4] = {0}, row[4] = {0}, v[4] = {0}, column[4] = {0}, up[4], down[4], du[4] = {0}, dd[4] = {0};
    v[i] = 1;
    __enzyme_fwddiff((void *)gradient, enzyme_dup, x, v, enzyme_dup, dx, row);
    memset(dx, 0, sizeof dx);
    __enzyme_autodiff((void *)gradient, enzyme_dup, x, column, enzyme_dup, dx, v);
    memcpy(up, x, sizeof x), memcpy(down, x, sizeof x);
    up[i] += h, down[i] -= h;
    gradient(up, du), gradient(down, dd);
    for (int j = 0; j < 4; j++) {
      forward &= fabs((du[j] - dd[j]) / (2 * h) - row[j]) < 1e-5 * (1 + fabs(row[j]));
      backward &= fabs(column[j] - row[j]) < 1e-10 * (1 + fabs(row[j]));
    }
  }
  printf("%d %d\n", forward, backward);
}
// prints: 1 1
// feature: nested
