// Keys that the library allocated (they have no shadow) beside numbers, in cells that are all freed.
#include <stdlib.h>
#include <string.h>
struct cell { char *key; double value; };
__attribute__((noinline)) static double *at(struct cell *c, const char *key) {
  while (c->key && strcmp(c->key, key)) c++;
  if (!c->key) c->key = strdup(key);
  return &c->value;
}
double keyed(const double *x, int n) {
  struct cell *table = calloc(4, sizeof *table);
  for (int i = 0; i < n; i++) *at(table, i % 2 ? "odd" : "even") += x[i] * x[i];
  double s = *at(table, "odd") * *at(table, "even");
  for (int i = 0; i < 4; i++) free(table[i].key);
  free(table);
  return s;
}
// function: keyed
// at: x = [0.5, -1.1, 0.7, 2.0], n = 4
// gradient: finite-differences
// feature: heap
