// qsort of numbers and of structs with pointers, integers and padding; bsearch; a comparison that counts.
#include <stdlib.h>
#include <math.h>
struct item { double key; int id; const double *weight; double share; };
static int comparisons;
static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  comparisons++;
  return (x > y) - (x < y);
}
static int by_key(const void *a, const void *b) {
  const struct item *x = a, *y = b;
  return x->key < y->key ? 1 : x->key > y->key ? -1 : x->id - y->id;
}
double f(double *x, const double *w, int n) {
  struct item items[8];
  double sum = 0, sorted[8];
  for (int i = 0; i < n; i++) items[i] = (struct item){x[i] * w[i], i, w + i, x[i] * 0.5}, sorted[i] = x[i] * x[i];
  qsort(items, n, sizeof *items, by_key);
  qsort(sorted, n, sizeof *sorted, by_value);
  for (int i = 0; i < n; i++) sum += items[i].key * (i + 1) * *items[i].weight + items[i].share * items[i].id + sorted[i] * sorted[i] * (n - i);
  qsort(x, n, sizeof *x, by_value);
  double key = sorted[n / 2], *found = bsearch(&key, sorted, n, sizeof key, by_value);
  if (found) {
    sum += *found * x[0];
    *found = sum;
  }
  double missing = -1;
  return sum * sorted[n / 2] + (bsearch(&missing, sorted, n, sizeof key, by_value) ? 1 : 0) + (comparisons > 0 ? 2 : 3);
}
// function: f
// at: x = [0.7, 1.9, 0.3, 1.2, 0.9, 1.4], w = [1.1, 0.4, 2.3, 0.8, 1.7, 0.5], n = 6
// gradient: finite-differences
// feature: function-pointers
