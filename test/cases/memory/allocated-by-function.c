// Buffers that a function of the program allocates for a struct, and one behind a chain of such functions.
#include <stdlib.h>
struct vector { double *data; int n; };
struct pair { struct vector left, right; double **rows; };

__attribute__((noinline)) static void vector_init(struct vector *v, int n) {
  v->data = n > 0 ? malloc(n * sizeof *v->data) : 0;
  v->n = n;
}
__attribute__((noinline)) static void pair_init(struct pair *p, int n) {
  vector_init(&p->left, n);
  vector_init(&p->right, n);
  p->rows = malloc(2 * sizeof *p->rows);
  p->rows[0] = p->left.data;
  p->rows[1] = p->right.data;
}
__attribute__((noinline)) static void pair_free(struct pair *p) {
  free(p->left.data);
  free(p->right.data);
  free(p->rows);
}

double function(const double *x, int n) {
  struct pair p;
  pair_init(&p, n);
  for (int i = 0; i < n; i++) p.left.data[i] = x[i] * x[i];
  for (int i = 0; i < n; i++) p.rows[1][i] = p.rows[0][n - 1 - i] * x[i];
  double sum = 0;
  for (int i = 0; i < p.right.n; i++) sum += p.right.data[i] * (i + 1);
  pair_free(&p);
  return sum;
}
// function: function
// at: x = [0.3, 0.7, 1.1], n = 3
// gradient: finite-differences
// feature: heap
