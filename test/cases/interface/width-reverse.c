// Several adjoints beside one primal, in one go and in two halves.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_dupnoneed, enzyme_dupv, enzyme_width, enzyme_primal_return, enzyme_out;
typedef struct { double x[2], y[2]; } gradients;
typedef struct { void *tape; double value; } augmented;
gradients __enzyme_autodiff_gradients(void *, ...);
void __enzyme_autodiff(void *, ...);
augmented __enzyme_augmentfwd(void *, ...);
gradients __enzyme_reverse_gradients(void *, ...);
void __enzyme_reverse(void *, ...);
void *__enzyme_augmentfwd_tape(void *, ...);

static double kept;
__attribute__((noinline)) static double step(double *s, double x) { kept = s[0] * x; s[1] = kept * s[0]; return s[1]; }
__attribute__((noinline)) static double f(double x, double y, int n) {
  double *s = malloc(2 * sizeof *s), r = 0;
  s[0] = y, s[1] = 0;
  for (int i = 0; i < n; i++) { r += i % 2 ? step(s, x) : sin(kept) * s[1]; s[0] += r * 0.125; }
  free(s);
  return r;
}
static double fresh(double x, double y, int n) { kept = 0; return f(x, y, n); }
__attribute__((noinline)) static void map(const double *u, double *v, int n) {
  double local[2] = {u[0], u[1]};
  for (int i = 0; i < n; i++) { v[i] = u[i] * local[i % 2]; local[i % 2] += v[i]; }
}

volatile int size = 4;
int main(void) {
  int n = size;
  double x = 0.75, y = 1.5, h = 1e-6;
  gradients g = __enzyme_autodiff_gradients((void *)f, enzyme_width, 2, x, y, n);
  double dx = fresh(x + h, y, n) - fresh(x - h, y, n), dy = fresh(x, y + h, n) - fresh(x, y - h, n);
  printf("%d %d %d %d\n", g.x[0] == g.x[1], g.y[0] == g.y[1], fabs(g.x[0] - dx / (2 * h)) < 1e-7, fabs(g.y[0] - dy / (2 * h)) < 1e-7);
  kept = 0;
  augmented a = __enzyme_augmentfwd((void *)f, enzyme_width, 2, x, y, n);
  gradients split = __enzyme_reverse_gradients((void *)f, enzyme_width, 2, x, y, n, 1.0, -2.0, a.tape);
  printf("%d %d %d\n", fabs(split.x[0] - g.x[0]) < 1e-14, fabs(split.x[1] + 2 * g.x[0]) < 1e-14, fabs(split.y[1] + 2 * g.y[0]) < 1e-14);

  // Rows of a Jacobian, seeded through the shadows of the output.
  double u[4] = {1, 2, 3, 4}, v[4] = {0}, du[4][4] = {{0}}, dv[4][4] = {{0}}, again[4][4] = {{0}};
  for (int i = 0; i < n; i++) dv[i][i] = 1;
  __enzyme_autodiff((void *)map, enzyme_width, 4, enzyme_dup, u, du[0], du[1], du[2], du[3], enzyme_dupnoneed, v, dv[0], dv[1], dv[2], dv[3], n);
  for (int i = 0; i < n; i++) printf("%g %g %g %g\n", du[i][0], du[i][1], du[i][2], du[i][3]);
  void *tape = __enzyme_augmentfwd_tape((void *)map, enzyme_width, 4, enzyme_dupv, sizeof du[0], u, again, enzyme_dupv, sizeof dv[0], v, dv, n);
  for (int i = 0; i < n; i++) u[i] = v[i] = NAN, dv[i][i] = 1;
  __enzyme_reverse((void *)map, enzyme_width, 4, enzyme_dupv, sizeof du[0], u, again, enzyme_dupv, sizeof dv[0], v, dv, n, tape);
  int same = 1;
  for (int i = 0; i < 16; i++) same &= (&du[0][0])[i] == (&again[0][0])[i] && (&dv[0][0])[i] == 0;
  printf("%d\n", same);
}
// prints: 1 1 1 1
// prints: 1 1 1
// prints: 2 0 0 0
// prints: 0 4 0 0
// prints: 9 0 2 0
// prints: 0 20 0 6
// prints: 1
// feature: width
