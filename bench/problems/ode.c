// Fourth-order Runge-Kutta steps of a ring of coupled oscillators, by the initial state.
#include "bench.h"

static void slope(int n, const double *state, double *rate) {
  for (int i = 0; i < n; i++) {
    double left = state[i > 0 ? i - 1 : n - 1], right = state[i < n - 1 ? i + 1 : 0];
    rate[i] = (left - 2 * state[i] + right) + state[i] * (1 - state[i] * state[i]);
  }
}

PRIMAL double integrate(int n, int steps, double h, const double *start) {
  double *y = malloc((size_t)n * sizeof *y), *at = malloc((size_t)n * sizeof *at);
  double *k1 = malloc((size_t)n * sizeof *k1), *k2 = malloc((size_t)n * sizeof *k2);
  double *k3 = malloc((size_t)n * sizeof *k3), *k4 = malloc((size_t)n * sizeof *k4);
  for (int i = 0; i < n; i++) y[i] = start[i];
  for (int step = 0; step < steps; step++) {
    slope(n, y, k1);
    for (int i = 0; i < n; i++) at[i] = y[i] + 0.5 * h * k1[i];
    slope(n, at, k2);
    for (int i = 0; i < n; i++) at[i] = y[i] + 0.5 * h * k2[i];
    slope(n, at, k3);
    for (int i = 0; i < n; i++) at[i] = y[i] + h * k3[i];
    slope(n, at, k4);
    for (int i = 0; i < n; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
  }
  double energy = 0;
  for (int i = 0; i < n; i++) energy += y[i] * y[i];
  free(y);
  free(at);
  free(k1);
  free(k2);
  free(k3);
  free(k4);
  return 0.5 * energy;
}

enum { STATES = 100, STEPS = 1000 };
static const double step_size = 0.01;
SHARED double *start;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, STATES * sizeof *gradient);
  __enzyme_autodiff((void *)integrate, enzyme_const, STATES, enzyme_const, STEPS, enzyme_const, step_size, enzyme_dup, start, gradient);
}
#else
const char *const problem_name = "RK4 ring";
size_t set_up(void) { start = numbers(STATES, 1, 0); return STATES; }
double run_primal(void) { return integrate(STATES, STEPS, step_size, start); }

/** pull += slope'(state)^T * rate, which is symmetric but for the diagonal. */
static void slope_back(int n, const double *restrict state, const double *restrict rate, double *restrict pull) {
  for (int i = 0; i < n; i++) {
    double left = rate[i > 0 ? i - 1 : n - 1], right = rate[i < n - 1 ? i + 1 : 0];
    pull[i] = (left - 2 * rate[i] + right) + rate[i] * (1 - 3 * state[i] * state[i]);
  }
}

/** Keeps the four states at which the slope is taken, in each step. */
void run_by_hand(double *restrict gradient) {
  enum { N = STATES };
  const double h = step_size;
  double *kept = malloc(sizeof(double) * STEPS * 4 * N), y[N], k[4][N], d[N], r[N], p1[N], p2[N], p3[N], p4[N];
  for (int i = 0; i < N; i++) y[i] = start[i];
  for (int step = 0; step < STEPS; step++) {
    double *restrict s = kept + (size_t)step * 4 * N;
    for (int i = 0; i < N; i++) s[i] = y[i];
    slope(N, s, k[0]);
    for (int i = 0; i < N; i++) s[N + i] = y[i] + 0.5 * h * k[0][i];
    slope(N, s + N, k[1]);
    for (int i = 0; i < N; i++) s[2 * N + i] = y[i] + 0.5 * h * k[1][i];
    slope(N, s + 2 * N, k[2]);
    for (int i = 0; i < N; i++) s[3 * N + i] = y[i] + h * k[2][i];
    slope(N, s + 3 * N, k[3]);
    for (int i = 0; i < N; i++) y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
  }
  for (int i = 0; i < N; i++) d[i] = y[i];
  for (int step = STEPS - 1; step >= 0; step--) {
    const double *s = kept + (size_t)step * 4 * N;
    for (int i = 0; i < N; i++) r[i] = h / 6 * d[i];
    slope_back(N, s + 3 * N, r, p4);
    for (int i = 0; i < N; i++) r[i] = h / 3 * d[i] + h * p4[i];
    slope_back(N, s + 2 * N, r, p3);
    for (int i = 0; i < N; i++) r[i] = h / 3 * d[i] + 0.5 * h * p3[i];
    slope_back(N, s + N, r, p2);
    for (int i = 0; i < N; i++) r[i] = h / 6 * d[i] + 0.5 * h * p2[i];
    slope_back(N, s, r, p1);
    for (int i = 0; i < N; i++) d[i] += p1[i] + p2[i] + p3[i] + p4[i];
  }
  for (int i = 0; i < N; i++) gradient[i] = d[i];
  free(kept);
}
#endif
