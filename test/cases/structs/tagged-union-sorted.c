// Tagged unions of a double and an int, swapped whole while they are sorted.
#include <math.h>
typedef struct { int tag; union { double d; int i; } u; } cell;
static void sort(cell *c, int n) {
  for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) if (c[j].tag < c[i].tag) { cell t = c[i]; c[i] = c[j]; c[j] = t; }
}
double sorted(const double *x, int n) {
  cell cells[8];
  for (int i = 0; i < n; i++) { cells[i].tag = i % 2; if (i % 2) cells[i].u.i = i; else cells[i].u.d = sin(x[i]); }
  sort(cells, n);
  double sum = 0;
  for (int i = 0; i < n; i++) switch (cells[i].tag) { case 0: sum += cells[i].u.d * (i + 1); break; default: sum *= cells[i].u.i; }
  return sum;
}
// function: sorted
// at: x = [0.3, -1.2, 0.8, 2.0, 0.9], n = 5
// gradient: finite-differences
// feature: struct-by-value
