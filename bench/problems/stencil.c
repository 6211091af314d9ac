// Jacobi sweeps of the seven-point stencil in three dimensions, with two grids that change places, by the initial grid.
#include "bench.h"

PRIMAL double jacobi(int n, int sweeps, const double *start) {
  size_t cells = (size_t)n * n * n;
  double *from = malloc(cells * sizeof *from), *to = malloc(cells * sizeof *to);
  for (size_t i = 0; i < cells; i++) from[i] = to[i] = start[i];
  for (int sweep = 0; sweep < sweeps; sweep++) {
    for (int i = 1; i < n - 1; i++) for (int j = 1; j < n - 1; j++) for (int k = 1; k < n - 1; k++) {
      const double *c = from + (i * n + j) * n + k;
      to[(i * n + j) * n + k] = 0.4 * c[0] + 0.1 * (c[-1] + c[1] + c[-n] + c[n] + c[-n * n] + c[n * n]);
    }
    double *other = from;
    from = to;
    to = other;
  }
  double sum = 0;
  for (size_t i = 0; i < cells; i++) sum += from[i] * from[i];
  free(from);
  free(to);
  return 0.5 * sum;
}

enum { N = 40, SWEEPS = 20, CELLS = N * N * N };
SHARED double *start;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, CELLS * sizeof *gradient);
  __enzyme_autodiff((void *)jacobi, enzyme_const, N, enzyme_const, SWEEPS, enzyme_dup, start, gradient);
}
#else
const char *const problem_name = "stencil 3-D";
size_t set_up(void) { start = numbers(CELLS, 1, 0); return CELLS; }
double run_primal(void) { return jacobi(N, SWEEPS, start); }

/** The sweep is linear: nothing is kept but the last grid. The adjoint gathers where the sweep would scatter. */
void run_by_hand(double *restrict gradient) {
  double *from = malloc(CELLS * sizeof *from), *to = malloc(CELLS * sizeof *to);
  for (int i = 0; i < CELLS; i++) from[i] = to[i] = start[i];
  for (int sweep = 0; sweep < SWEEPS; sweep++) {
    for (int i = 1; i < N - 1; i++) for (int j = 1; j < N - 1; j++) {
      const double *restrict c = from + (i * N + j) * N;
      double *restrict out = to + (i * N + j) * N;
      for (int k = 1; k < N - 1; k++) out[k] = 0.4 * c[k] + 0.1 * (c[k - 1] + c[k + 1] + c[k - N] + c[k + N] + c[k - N * N] + c[k + N * N]);
    }
    double *other = from;
    from = to;
    to = other;
  }
  // from holds the adjoints of the newer grid, to those of the older one, whose boundary passes through.
  double *d = from, *older = to;
  memset(older, 0, CELLS * sizeof *older);
  for (int sweep = 0; sweep < SWEEPS; sweep++) {
    for (int i = 1; i < N - 1; i++) for (int j = 1; j < N - 1; j++) {
      double *restrict in = d + (i * N + j) * N;
      double *restrict o = older + (i * N + j) * N;
      for (int k = 1; k < N - 1; k++) {
        double far = 0.1 * in[k];
        o[k] += 0.4 * in[k];
        o[k - N] += far;
        o[k + N] += far;
        o[k - N * N] += far;
        o[k + N * N] += far;
      }
      for (int k = 1; k < N - 1; k++) o[k - 1] += 0.1 * in[k];
      for (int k = 1; k < N - 1; k++) o[k + 1] += 0.1 * in[k];
      for (int k = 1; k < N - 1; k++) in[k] = 0;
    }
    double *other = d;
    d = older;
    older = other;
  }
  for (int i = 0; i < CELLS; i++) gradient[i] = d[i] + older[i];
  free(from);
  free(to);
}
#endif
