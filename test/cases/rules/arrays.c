// A rule over arrays: locals, memory that is freed, a constant table, indices. The gradient reads the primal arrays,
// so nobody may overwrite them between the halves of reverse mode.
#include <stdlib.h>
enum { N = 3 };
static const double weights[N] = {1.5, -2, 0.5};
static const int order[N] = {2, 0, 1};
static void weigh(const double *in, const double *w, const int *at, double *out, int n) {
  for (int i = 0; i < n; i++) out[i] = in[at[i]] * in[at[i]] * w[i];
}
static void weigh_augmented(const double *in, double *din, const double *w, double *dw, const int *at, int *dat, double *out, double *dout, int n) {
  weigh(in, w, at, out, n);
}
static void weigh_gradient(const double *in, double *din, const double *w, double *dw, const int *at, int *dat, double *out, double *dout, int n) {
  for (int i = 0; i < n; i++) {
    din[at[i]] += 2 * in[at[i]] * w[i] * dout[i];
    dw[i] += in[at[i]] * in[at[i]] * dout[i];
    dout[i] = 0;
  }
}
static void weigh_tangent(const double *in, double *din, const double *w, double *dw, const int *at, int *dat, double *out, double *dout, int n) {
  weigh(in, w, at, out, n);
  for (int i = 0; i < n; i++) dout[i] = 2 * in[at[i]] * din[at[i]] * w[i] + in[at[i]] * in[at[i]] * dw[i];
}
void *__enzyme_register_gradient_weigh[] = {(void *)weigh, (void *)weigh_augmented, (void *)weigh_gradient};
void *__enzyme_register_derivative_weigh[] = {(void *)weigh, (void *)weigh_tangent};
__attribute__((noinline)) static double through(const double *x, const double *local, double *out) {
  weigh(x, weights, order, out, N);
  double *heap = malloc(N * sizeof *heap);
  weigh(out, local, order, heap, N);
  double s = heap[0] + 2 * heap[1] + 3 * heap[2];
  free(heap);
  return s;
}
__attribute__((noinline)) static double step(const double *x, int k) {
  double local[N], out[N];
  for (int i = 0; i < N; i++) local[i] = x[i] * (k + 1);
  return through(x, local, out);
}
double f(const double *x) {
  double s = 0;
  for (int k = 0; k < 2; k++) s += step(x, k);
  return s;
}
// function: f
// at: x = [0.3, -1.2, 0.8]
// gradient: finite-differences
// modes: forward, reverse
// feature: custom-rules
