/* Where Mercury, Venus and Earth are after some years, by where they start: REBOUND integrates, with its symplectic scheme. */
#include "rebound.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

extern int enzyme_const, enzyme_dup;
void __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);

enum { PLANETS = 3, INPUTS = 5 * PLANETS }; /* of each planet: its mass, its place in the plane, and its velocity */

/* Callbacks that are there and do nothing: a call through a pointer needs a function that it may reach. */
static void nothing(struct reb_simulation *r) { (void)r; }
static void nothing_to_free(struct reb_particle *p) { (void)p; }
static double elastic(const struct reb_simulation *r, double v) { (void)r, (void)v; return 1; }
static int no_collision(struct reb_simulation *r, struct reb_collision c) { (void)r, (void)c; return 0; }

void no_rates(struct reb_ode *ode, double *rates, const double *y, double t) { (void)ode, (void)rates, (void)y, (void)t; }
void no_scale(struct reb_ode *ode, const double *y0, const double *y1) { (void)ode, (void)y0, (void)y1; }
struct { void (*rates)(struct reb_ode *, double *, const double *, double); void (*scale)(struct reb_ode *, const double *, const double *); } unused = {no_rates, no_scale};

/* The square of the distance between the second and the third planet after so many steps. */
double gap(const double *x, int steps) {
  struct reb_simulation *r = reb_create_simulation();
  r->integrator = REB_INTEGRATOR_WHFAST;
  r->dt = 0.01;
  r->additional_forces = nothing;
  r->free_particle_ap = nothing_to_free;
  r->coefficient_of_restitution = elastic;
  r->collision_resolve = no_collision;
  struct reb_particle sun = {.m = 1};
  reb_add(r, sun);
  for (int i = 0; i < PLANETS; i++) {
    const double *in = x + 5 * i;
    struct reb_particle planet = {.m = in[0], .x = in[1], .y = in[2], .vx = in[3], .vy = in[4]};
    reb_add(r, planet);
  }
  for (int i = 0; i < steps; i++) reb_step(r);
  reb_integrator_synchronize(r);
  double dx = r->particles[3].x - r->particles[2].x, dy = r->particles[3].y - r->particles[2].y;
  reb_free_simulation(r);
  return dx * dx + dy * dy;
}

static double seconds(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

int main(void) {
  double x[INPUTS] = {1.7e-7, 0.39, 0, 0, 1.6, 2.4e-6, 0, 0.72, -1.18, 0, 3e-6, -1, 0, 0, -1}, gradient[INPUTS] = {0};
  int steps = 1000, wrong = 0;
  gap(x, steps);
  double t0 = seconds(), value = gap(x, steps), t1 = seconds();
  __enzyme_autodiff((void *)gap, enzyme_dup, x, gradient, enzyme_const, steps);
  double t2 = seconds();
  printf("gap %.12g; gradient in %.1f times the time of the primal\n", value, (t2 - t1) / (t1 - t0));
  for (int i = 0; i < INPUTS; i++) {
    double direction[INPUTS] = {0}, up[INPUTS], down[INPUTS], h = i % 5 ? 1e-6 : 1e-8;
    direction[i] = 1;
    double tangent = __enzyme_fwddiff((void *)gap, enzyme_dup, x, direction, enzyme_const, steps);
    memcpy(up, x, sizeof x), memcpy(down, x, sizeof x);
    up[i] += h, down[i] -= h;
    double difference = (gap(up, steps) - gap(down, steps)) / (2 * h);
    printf("  %2d: reverse %.9g, forward %.9g, differences %.9g\n", i, gradient[i], tangent, difference);
    wrong |= !(fabs(gradient[i] - tangent) <= 1e-8 * fabs(tangent) + 1e-12 && fabs(gradient[i] - difference) <= 1e-4 * (1 + fabs(difference)));
  }
  puts(wrong ? "WRONG" : "ok");
  return wrong;
}
