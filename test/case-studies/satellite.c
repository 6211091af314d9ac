/* Sensitivities of a satellite with drag, integrated by GSL with adaptive steps. */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

extern int enzyme_const, enzyme_dup;
void __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);

enum { INPUTS = 6 }; /* position and velocity in the plane at the start; the mass of the planet; drag */

static int motion(double t, const double y[], double dydt[], void *parameters) {
  const double *p = parameters;
  double square = y[0] * y[0] + y[1] * y[1], cube = square * sqrt(square), speed = sqrt(y[2] * y[2] + y[3] * y[3]);
  (void)t;
  dydt[0] = y[2];
  dydt[1] = y[3];
  dydt[2] = -p[0] * y[0] / cube - p[1] * speed * y[2];
  dydt[3] = -p[0] * y[1] / cube - p[1] * speed * y[3];
  return GSL_SUCCESS;
}

/* The square of the distance from a station after a while. */
double miss(const double *inputs, double until) {
  gsl_odeiv2_system system = {motion, NULL, 4, (void *)(inputs + 4)};
  gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new(&system, gsl_odeiv2_step_rkf45, 1e-3, 1e-11, 1e-11);
  double t = 0, y[4];
  for (int i = 0; i < 4; i++) y[i] = inputs[i];
  int status = gsl_odeiv2_driver_apply(driver, &t, until, y);
  gsl_odeiv2_driver_free(driver);
  return status == GSL_SUCCESS ? (y[0] - 1) * (y[0] - 1) + y[1] * y[1] : NAN;
}

static double seconds(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

int main(void) {
  double x[INPUTS] = {1, 0, 0, 1.1, 1, 0.01}, gradient[INPUTS] = {0}, until = 20;
  miss(x, until);
  double t0 = seconds(), value = miss(x, until), t1 = seconds();
  __enzyme_autodiff((void *)miss, enzyme_dup, x, gradient, enzyme_const, until);
  double t2 = seconds();
  printf("miss %.12g; gradient in %.1f times the time of the primal\n", value, (t2 - t1) / (t1 - t0));
  int wrong = 0;
  for (int i = 0; i < INPUTS; i++) {
    double direction[INPUTS] = {0}, up[INPUTS], down[INPUTS], h = 1e-5;
    direction[i] = 1;
    double tangent = __enzyme_fwddiff((void *)miss, enzyme_dup, x, direction, enzyme_const, until);
    memcpy(up, x, sizeof x), memcpy(down, x, sizeof x);
    up[i] += h, down[i] -= h;
    double difference = (miss(up, until) - miss(down, until)) / (2 * h);
    printf("  %d: reverse %.9g, forward %.9g, differences %.9g\n", i, gradient[i], tangent, difference);
    wrong |= !(fabs(gradient[i] - tangent) <= 1e-9 * fabs(tangent) && fabs(gradient[i] - difference) <= 1e-4 * fabs(difference));
  }
  puts(wrong ? "WRONG" : "ok");
  return wrong;
}
