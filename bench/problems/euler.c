// Euler steps of the Lorenz system from many starting points, by these and the three parameters.
#include "bench.h"

enum { PATHS = 20, STEPS = 2000, INPUTS = 3 * PATHS + 3 };
static const double step_size = 1e-3;

PRIMAL real lorenz(int paths, int steps, double h, const real *start, const real *parameters) {
  real total = 0;
  for (int path = 0; path < paths; path++) {
    real x = start[3 * path], y = start[3 * path + 1], z = start[3 * path + 2];
    for (int step = 0; step < steps; step++) {
      real dx = parameters[0] * (y - x), dy = x * (parameters[1] - z) - y, dz = x * y - parameters[2] * z;
      x += h * dx;
      y += h * dy;
      z += h * dz;
    }
    total += x * x + y * y + z * z;
  }
  return total;
}

/** The starting points, then the parameters. */
SHARED double *inputs;

#if defined TAPED
void run_gradient(double *gradient) {
  taped_gradient(gradient, inputs, INPUTS, [](const real *at) { return lorenz(PATHS, STEPS, step_size, at, at + 3 * PATHS); });
}
#elif defined DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, INPUTS * sizeof *gradient);
  __enzyme_autodiff((void *)lorenz, enzyme_const, PATHS, enzyme_const, STEPS, enzyme_const, step_size,
    enzyme_dup, inputs, gradient, enzyme_dup, inputs + 3 * PATHS, gradient + 3 * PATHS);
}
#else
const char *const problem_name = "Euler, Lorenz";
size_t set_up(void) {
  inputs = numbers(INPUTS, 1, 2);
  double *parameters = inputs + 3 * PATHS;
  parameters[0] = 10;
  parameters[1] = 28;
  parameters[2] = 8.0 / 3;
  return INPUTS;
}
double run_primal(void) { return lorenz(PATHS, STEPS, step_size, inputs, inputs + 3 * PATHS); }

/** Keeps every state of the path at hand. */
void run_by_hand(double *restrict gradient) {
  const double h = step_size, *parameters = inputs + 3 * PATHS;
  const double sigma = parameters[0], rho = parameters[1], beta = parameters[2];
  double *kept = malloc(sizeof(double) * 3 * STEPS), by_sigma = 0, by_rho = 0, by_beta = 0;
  for (int path = 0; path < PATHS; path++) {
    double x = inputs[3 * path], y = inputs[3 * path + 1], z = inputs[3 * path + 2];
    for (int step = 0; step < STEPS; step++) {
      double *restrict state = kept + 3 * step;
      state[0] = x;
      state[1] = y;
      state[2] = z;
      double dx = sigma * (y - x), dy = x * (rho - z) - y, dz = x * y - beta * z;
      x += h * dx;
      y += h * dy;
      z += h * dz;
    }
    double ax = 2 * x, ay = 2 * y, az = 2 * z;
    for (int step = STEPS - 1; step >= 0; step--) {
      const double *state = kept + 3 * step;
      double ux = h * ax, uy = h * ay, uz = h * az;
      x = state[0];
      y = state[1];
      z = state[2];
      by_sigma += ux * (y - x);
      by_rho += uy * x;
      by_beta -= uz * z;
      ax += uy * (rho - z) + uz * y - sigma * ux;
      ay += sigma * ux - uy + uz * x;
      az -= uy * x + beta * uz;
    }
    gradient[3 * path] = ax;
    gradient[3 * path + 1] = ay;
    gradient[3 * path + 2] = az;
  }
  gradient[3 * PATHS] = by_sigma;
  gradient[3 * PATHS + 1] = by_rho;
  gradient[3 * PATHS + 2] = by_beta;
  free(kept);
}
#endif
