// Structs that end in an array of any length, copied with their header.
#include <stdlib.h>
#include <string.h>
struct series { int length; float weight; const double *origin; double value[]; };
static struct series *make(const double *x, int n) {
  struct series *s = malloc(sizeof *s + n * sizeof(double));
  s->length = n, s->weight = (float)x[0], s->origin = x;
  for (int i = 0; i < n; i++) s->value[i] = x[i] * x[i];
  return s;
}
double flexible(double *x, int n) {
  struct series *a = make(x, n), *b = malloc(sizeof *b + n * sizeof(double));
  memcpy(b, a, sizeof *a + a->length * sizeof(double));
  memset(a->value, 0, sizeof(double));
  double s = 0;
  for (int i = 0; i < b->length; i++) s += b->value[i] * b->origin[i] + a->value[i] * b->weight;
  b = realloc(b, sizeof *b + (b->length + 1) * sizeof(double));
  b->value[b->length++] = s;
  for (int i = 0; i < b->length; i++) s += b->value[i] * b->value[n];
  free(a), free(b);
  return s;
}
// function: flexible
// at: x = [0.5, -1.25, 0.75, 2.0], n = 4
// gradient: finite-differences
// feature: heap, memory-copy
