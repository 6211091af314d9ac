// The tangent in two halves: what was read is overwritten or freed in between, the library is called once, and the log is read again.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_const, enzyme_dup, enzyme_tape, enzyme_allocated, enzyme_nofree, enzyme_out, enzyme_width, enzyme_primal_return;
unsigned long __enzyme_augmentsize(void *, ...);
double __enzyme_augmentfwd_value(void *, ...);
struct augmented { void *tape; double value; } __enzyme_augmentfwd(void *, ...);
void *__enzyme_augmentfwd_tape(void *, ...);
double __enzyme_fwdsplit(void *, ...);
struct both { double primal, tangent; } __enzyme_fwdsplit_both(void *, ...);
struct lanes { double lane[2]; } __enzyme_fwdsplit_lanes(void *, ...);
void __enzyme_fwdsplit_void(void *, ...);
double __enzyme_fwddiff(void *, ...);

static int random_calls;
__attribute__((noinline)) static int coin(int i) { random_calls++; return (i * 7 + random_calls) % 3 == 0; }
__attribute__((noinline)) static double product(double *x, int n) { // in place, and recursive
  if (n == 0) return 1;
  double v = x[n - 1];
  x[n - 1] = v * v;
  return v * product(x, n - 1) + sin(v);
}
typedef struct node { double value; struct node *next; } node;
double f(double *x, int n, double a) {
  node *list = NULL;
  for (int i = 0; i < n; i++) {
    node *fresh = malloc(sizeof *fresh);
    fresh->value = coin(i) ? x[i] * a : exp(x[i]);
    fresh->next = list;
    list = fresh;
  }
  double copy[8], sum = 0;
  memcpy(copy, x, n * sizeof *copy);
  while (list) {
    node *next = list->next;
    sum += list->value * copy[random_calls % n];
    free(list);
    list = next;
  }
  return sum + product(x, n) * (sum > 2 ? a : 1);
}
// Of what it allocates, somebody else has the shadow.
typedef struct { double *p; } box;
__attribute__((noinline)) static void fill(box *b, double *x) { b->p = malloc(2 * sizeof(double)); b->p[0] = x[0] * x[1]; b->p[1] = x[0]; }
__attribute__((noinline)) static void empty(box *b, double *out) { *out = b->p[0] * b->p[1]; free(b->p); b->p = NULL; }

static int same(double a, double b) { return fabs(a - b) <= 1e-12 * (1 + fabs(b)); }

int main(void) {
  const double at[4] = {0.3, 0.9, 0.2, 1.1}, first[4] = {1, -0.5, 2, 0.7}, second[4] = {0.1, 3, -1, 0};
  double want[2], after[2][4], x[4], dx[4], ex[4];
  for (int k = 0; k < 2; k++) {
    random_calls = 0;
    memcpy(x, at, sizeof x), memcpy(after[k], k ? second : first, sizeof dx);
    want[k] = __enzyme_fwddiff((void *)f, enzyme_dup, x, after[k], enzyme_const, 4, 1.3, k ? -2.0 : 0.4);
  }
  random_calls = 0;
  double *y = malloc(sizeof at);
  memcpy(y, at, sizeof at);
  struct augmented a = __enzyme_augmentfwd((void *)f, enzyme_dup, y, y, enzyme_const, 4, 1.3);
  printf("%d %d\n", random_calls, y[0] == at[0] * at[0]);
  free(y);
  memcpy(dx, first, sizeof dx), memcpy(ex, second, sizeof ex);
  // The arguments of the first half count.
  struct lanes l = __enzyme_fwdsplit_lanes((void *)f, enzyme_width, 2, enzyme_nofree, enzyme_dup, (double *)NULL, dx, ex, enzyme_const, 0, 0.0, 0.4, -2.0, a.tape);
  int right = same(l.lane[0], want[0]) && same(l.lane[1], want[1]);
  for (int i = 0; i < 4; i++) right &= same(dx[i], after[0][i]) && same(ex[i], after[1][i]);
  memcpy(dx, second, sizeof dx);
  struct both b = __enzyme_fwdsplit_both((void *)f, enzyme_primal_return, enzyme_dup, (double *)NULL, dx, enzyme_const, 0, 0.0, -2.0, a.tape);
  printf("%d %d %d %d\n", right, same(b.tangent, want[1]), b.primal == a.value, random_calls);

  char tape[64];
  unsigned long size = __enzyme_augmentsize((void *)f, enzyme_dup, enzyme_const, enzyme_out);
  random_calls = 0;
  memcpy(x, at, sizeof x), memcpy(dx, first, sizeof dx);
  double value = __enzyme_augmentfwd_value((void *)f, enzyme_tape, tape, enzyme_allocated, 64, enzyme_dup, x, dx, enzyme_const, 4, 1.3);
  memset(x, 0, sizeof x);
  double tangent = __enzyme_fwdsplit((void *)f, enzyme_tape, tape, enzyme_allocated, 64, enzyme_dup, x, dx, enzyme_const, 4, 1.3, 0.4);
  printf("%d %d %d\n", size <= 64, value == a.value, same(tangent, want[0]));

  box c, dc;
  double out = 0, dout = 0;
  memcpy(x, at, sizeof x), memcpy(dx, first, sizeof dx);
  void *filled = __enzyme_augmentfwd_tape((void *)fill, enzyme_dup, &c, &dc, enzyme_dup, x, dx);
  void *emptied = __enzyme_augmentfwd_tape((void *)empty, enzyme_dup, &c, &dc, enzyme_dup, &out, &dout);
  memset(x, 0, sizeof x);
  __enzyme_fwdsplit_void((void *)fill, enzyme_dup, &c, &dc, enzyme_dup, x, dx, filled);
  __enzyme_fwdsplit_void((void *)empty, enzyme_dup, &c, &dc, enzyme_dup, &out, &dout, emptied);
  printf("%g %d\n", out, same(dout, 2 * 0.3 * 0.9 * 1 + 0.3 * 0.3 * -0.5));
}
// prints: 4 1
// prints: 1 1 1 4
// prints: 1 1 1
// prints: 0.081 1
// modes: forward
// feature: fwdsplit
