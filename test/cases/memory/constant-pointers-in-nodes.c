// A list whose nodes point now to constant, now to active numbers: which of them is known when the program runs.
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
typedef struct node { const double *at; struct node *next; } node;
double product(const double *c, const double *x, int n) {
  node *l = 0;
  for (int i = 0; i < 6; i++) {
    node *p = malloc(sizeof *p);
    p->at = i % 3 == 0 ? c + i % n : x + i % n;
    p->next = l, l = p;
  }
  double s = 1;
  for (node *p = l; p; p = p->next) s *= *p->at;
  while (l) {
    node *next = l->next;
    free(l), l = next;
  }
  return s;
}
int main(void) {
  double c[4] = {2, 1, 1, 3}, x[4] = {5, 7, 1, 1}, dx[4] = {0}, t[4] = {0, 1};
  __enzyme_autodiff((void *)product, enzyme_const, c, enzyme_dup, x, dx, 4); // 2 x1 x2 3 x0 x1
  printf("%g %g %g %g\n", dx[0], dx[1], dx[2], dx[3]);
  printf("%g\n", __enzyme_fwddiff((void *)product, enzyme_const, c, enzyme_dup, x, t, 4));
}
// prints: 294 420 1470 0
// prints: 420
// feature: pointers, activity
