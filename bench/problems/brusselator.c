// The Brusselator, two reacting species that diffuse on a periodic square: explicit Euler steps, by the initial state.
#include "bench.h"

enum { SIDE = 32, CELLS = SIDE * SIDE, STEPS = 100 };
static const double step_size = 2e-3, feed = 3.4, supply = 1, spread = 0.02 * SIDE * SIDE / 16.0;

/** One step: what `from` holds of both species (first all of u, then all of v) goes to `to`. */
static void advance(int n, const double *restrict from, double *restrict to) {
  const double *u = from, *v = from + n * n;
  for (int i = 0; i < n; i++) {
    int up = (i > 0 ? i - 1 : n - 1) * n, down = (i < n - 1 ? i + 1 : 0) * n, here = i * n;
    for (int j = 0; j < n; j++) {
      int left = here + (j > 0 ? j - 1 : n - 1), right = here + (j < n - 1 ? j + 1 : 0), at = here + j;
      double reaction = u[at] * u[at] * v[at];
      double around_u = u[up + j] + u[down + j] + u[left] + u[right] - 4 * u[at];
      double around_v = v[up + j] + v[down + j] + v[left] + v[right] - 4 * v[at];
      to[at] = u[at] + step_size * (supply + reaction - (feed + 1) * u[at] + spread * around_u);
      to[n * n + at] = v[at] + step_size * (feed * u[at] - reaction + spread * around_v);
    }
  }
}

PRIMAL double brusselator(int n, int steps, const double *start) {
  size_t bytes = 2 * (size_t)n * (size_t)n * sizeof(double);
  double *now = malloc(bytes), *next = malloc(bytes);
  memcpy(now, start, bytes);
  for (int step = 0; step < steps; step++) {
    advance(n, now, next);
    double *swap = now;
    now = next;
    next = swap;
  }
  double total = 0;
  for (int i = 0; i < 2 * n * n; i++) total += now[i] * now[i];
  free(now);
  free(next);
  return total;
}

SHARED double *start;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, 2 * CELLS * sizeof *gradient);
  __enzyme_autodiff((void *)brusselator, enzyme_const, SIDE, enzyme_const, STEPS, enzyme_dup, start, gradient);
}
#else
const char *const problem_name = "Brusselator";
size_t set_up(void) { start = numbers(2 * CELLS, 0.5, 1.5); return 2 * CELLS; }
double run_primal(void) { return brusselator(SIDE, STEPS, start); }

/** The transpose of a step's Jacobian at `from`; the Laplacian is its own transpose. */
static void advance_back(int n, const double *restrict from, const double *restrict adjoint, double *restrict result) {
  const double *u = from, *v = from + n * n, *du = adjoint, *dv = adjoint + n * n;
  for (int i = 0; i < n; i++) {
    int up = (i > 0 ? i - 1 : n - 1) * n, down = (i < n - 1 ? i + 1 : 0) * n, here = i * n;
    for (int j = 0; j < n; j++) {
      int left = here + (j > 0 ? j - 1 : n - 1), right = here + (j < n - 1 ? j + 1 : 0), at = here + j;
      double around_u = du[up + j] + du[down + j] + du[left] + du[right] - 4 * du[at];
      double around_v = dv[up + j] + dv[down + j] + dv[left] + dv[right] - 4 * dv[at];
      double reaction = du[at] - dv[at];
      result[at] = du[at] + step_size * (2 * u[at] * v[at] * reaction - (feed + 1) * du[at] + feed * dv[at] + spread * around_u);
      result[n * n + at] = dv[at] + step_size * (u[at] * u[at] * reaction + spread * around_v);
    }
  }
}

/** Keeps every state. */
void run_by_hand(double *restrict gradient) {
  size_t length = 2 * CELLS, bytes = length * sizeof(double);
  double *states = malloc((STEPS + 1) * bytes), *adjoint = malloc(bytes), *before = malloc(bytes);
  memcpy(states, start, bytes);
  for (int step = 0; step < STEPS; step++) advance(SIDE, states + length * (size_t)step, states + length * (size_t)(step + 1));
  for (size_t i = 0; i < length; i++) adjoint[i] = 2 * states[length * STEPS + i];
  for (int step = STEPS - 1; step >= 0; step--) {
    advance_back(SIDE, states + length * (size_t)step, adjoint, before);
    double *swap = adjoint;
    adjoint = before;
    before = swap;
  }
  memcpy(gradient, adjoint, bytes);
  free(states);
  free(adjoint);
  free(before);
}
#endif
