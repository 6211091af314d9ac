// Leapfrog steps of n bodies that attract each other, softened, by initial positions and velocities.
#include "bench.h"

PRIMAL double n_body(int n, int steps, double h, const double *masses, const double *start) {
  double *x = malloc((size_t)(3 * n) * sizeof *x), *v = malloc((size_t)(3 * n) * sizeof *v);
  for (int i = 0; i < 3 * n; i++) {
    x[i] = start[i];
    v[i] = start[3 * n + i];
  }
  for (int step = 0; step < steps; step++) {
    for (int i = 0; i < n; i++) {
      double ax = 0, ay = 0, az = 0;
      for (int j = 0; j < n; j++) {
        double dx = x[3 * j] - x[3 * i], dy = x[3 * j + 1] - x[3 * i + 1], dz = x[3 * j + 2] - x[3 * i + 2];
        double square = dx * dx + dy * dy + dz * dz + 1e-2;
        double pull = masses[j] / (square * sqrt(square));
        ax += pull * dx;
        ay += pull * dy;
        az += pull * dz;
      }
      v[3 * i] += h * ax;
      v[3 * i + 1] += h * ay;
      v[3 * i + 2] += h * az;
    }
    for (int i = 0; i < 3 * n; i++) x[i] += h * v[i];
  }
  double energy = 0;
  for (int i = 0; i < n; i++) energy += 0.5 * masses[i] * (v[3 * i] * v[3 * i] + v[3 * i + 1] * v[3 * i + 1] + v[3 * i + 2] * v[3 * i + 2]);
  free(x);
  free(v);
  return energy;
}

enum { BODIES = 64, STEPS = 20, COUNT = 6 * BODIES };
static const double step_size = 0.01;
SHARED double *masses, *start;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COUNT * sizeof *gradient);
  __enzyme_autodiff((void *)n_body, enzyme_const, BODIES, enzyme_const, STEPS, enzyme_const, step_size, enzyme_const, masses, enzyme_dup, start, gradient);
}
#else
const char *const problem_name = "n-body";
size_t set_up(void) {
  masses = numbers(BODIES, 0.5, 1);
  start = numbers(COUNT, 1, 0);
  return COUNT;
}
double run_primal(void) { return n_body(BODIES, STEPS, step_size, masses, start); }

/** Positions are kept, forces computed again. */
void run_by_hand(double *restrict gradient) {
  enum { N = 3 * BODIES };
  const double h = step_size;
  static double kept[STEPS][N];
  double v[N], x[N], dx[N] = {0}, dv[N];
  for (int i = 0; i < N; i++) {
    x[i] = start[i];
    v[i] = start[N + i];
  }
  for (int step = 0; step < STEPS; step++) {
    for (int i = 0; i < N; i++) kept[step][i] = x[i];
    for (int i = 0; i < BODIES; i++) {
      double ax = 0, ay = 0, az = 0;
      for (int j = 0; j < BODIES; j++) {
        double a = x[3 * j] - x[3 * i], b = x[3 * j + 1] - x[3 * i + 1], c = x[3 * j + 2] - x[3 * i + 2];
        double square = a * a + b * b + c * c + 1e-2, pull = masses[j] / (square * sqrt(square));
        ax += pull * a;
        ay += pull * b;
        az += pull * c;
      }
      v[3 * i] += h * ax;
      v[3 * i + 1] += h * ay;
      v[3 * i + 2] += h * az;
    }
    for (int i = 0; i < N; i++) x[i] += h * v[i];
  }
  for (int i = 0; i < N; i++) dv[i] = masses[i / 3] * v[i];
  for (int step = STEPS - 1; step >= 0; step--) {
    const double *restrict y = kept[step];
    for (int i = 0; i < N; i++) dv[i] += h * dx[i];
    for (int i = 0; i < BODIES; i++) {
      double px = h * dv[3 * i], py = h * dv[3 * i + 1], pz = h * dv[3 * i + 2], sx = 0, sy = 0, sz = 0;
      for (int j = 0; j < BODIES; j++) {
        double a = y[3 * j] - y[3 * i], b = y[3 * j + 1] - y[3 * i + 1], c = y[3 * j + 2] - y[3 * i + 2];
        double square = a * a + b * b + c * c + 1e-2, inverse = 1 / square, pull = masses[j] * inverse * sqrt(inverse);
        double along = -3 * pull * inverse * (px * a + py * b + pz * c);
        double da = pull * px + along * a, db = pull * py + along * b, dc = pull * pz + along * c;
        dx[3 * j] += da;
        dx[3 * j + 1] += db;
        dx[3 * j + 2] += dc;
        sx += da;
        sy += db;
        sz += dc;
      }
      dx[3 * i] -= sx;
      dx[3 * i + 1] -= sy;
      dx[3 * i + 2] -= sz;
    }
  }
  for (int i = 0; i < N; i++) {
    gradient[i] = dx[i];
    gradient[N + i] = dv[i];
  }
}
#endif
