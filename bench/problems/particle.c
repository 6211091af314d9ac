// A charge that flies past others to a wall: the Hessian of its miss by the control of the flight, forward over reverse.
#include "bench.h"

enum { CHARGES = 10, CONTROLS = 4, STEPS = 400 };
static const double step_size = 0.01;

/** controls: velocity at the start, and a constant force. */
PRIMAL double miss(const double *charges, const double *controls) {
  double x = 0, y = 8, vx = controls[0], vy = controls[1];
  for (int step = 0; step < STEPS; step++) {
    double ax = controls[2], ay = controls[3];
    for (int c = 0; c < CHARGES; c++) {
      double dx = x - charges[2 * c], dy = y - charges[2 * c + 1], square = dx * dx + dy * dy;
      double strength = 1 / (square * sqrt(square));
      ax += strength * dx;
      ay += strength * dy;
    }
    x += step_size * vx;
    y += step_size * vy;
    vx += step_size * ax;
    vy += step_size * ay;
  }
  return x * x + y * y;
}

SHARED double *charges, *controls;

#ifdef DERIVATIVES
static void slope(const double *where, const double *at, double *gradient) {
  __enzyme_autodiff((void *)miss, enzyme_const, where, enzyme_dup, at, gradient);
}

/** All four directions at once. */
void run_gradient(double *gradient) {
  static const double directions[CONTROLS][CONTROLS] = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
  double first[CONTROLS] = {0};
  memset(gradient, 0, CONTROLS * CONTROLS * sizeof *gradient);
  __enzyme_fwddiff((void *)slope, enzyme_width, CONTROLS, enzyme_const, charges, enzyme_dupv, sizeof directions[0], controls, directions,
    enzyme_dupv, sizeof directions[0], first, gradient);
}
#else
const char *const problem_name = "particle, Hessian";
size_t set_up(void) {
  charges = numbers(2 * CHARGES, 10, 0);
  controls = numbers(CONTROLS, 0.5, 1);
  return CONTROLS * CONTROLS;
}
double run_primal(void) { return miss(charges, controls); }

/** What one step of the flight feels at a place: the gradient of the force and the gradients of that. */
struct field { double xx, xy, yy, xxx, xxy, xyy, yyy; };

static struct field field_at(double x, double y) {
  struct field f = {0};
  for (int c = 0; c < CHARGES; c++) {
    double dx = x - charges[2 * c], dy = y - charges[2 * c + 1], inverse = 1 / (dx * dx + dy * dy), cube = inverse * sqrt(inverse);
    double p = -3 * cube * inverse, q = -5 * p * inverse;
    f.xx += cube + p * dx * dx;
    f.xy += p * dx * dy;
    f.yy += cube + p * dy * dy;
    f.xxx += 3 * p * dx + q * dx * dx * dx;
    f.xxy += p * dy + q * dx * dx * dy;
    f.xyy += p * dx + q * dx * dy * dy;
    f.yyy += 3 * p * dy + q * dy * dy * dy;
  }
  return f;
}

/** One flight keeps the field and the tangents of all four directions; one way back has the adjoint and its four tangents. */
void run_by_hand(double *restrict gradient) {
  typedef double lanes[CONTROLS];
  struct step { struct field field; lanes tx, ty; } *kept = malloc(STEPS * sizeof *kept);
  double x = 0, y = 8, vx = controls[0], vy = controls[1];
  lanes tx = {0}, ty = {0}, tvx = {1, 0, 0, 0}, tvy = {0, 1, 0, 0};
  for (int step = 0; step < STEPS; step++) {
    struct step *now = kept + step;
    double ax = controls[2], ay = controls[3];
    for (int c = 0; c < CHARGES; c++) {
      double dx = x - charges[2 * c], dy = y - charges[2 * c + 1], square = dx * dx + dy * dy;
      double strength = 1 / (square * sqrt(square));
      ax += strength * dx;
      ay += strength * dy;
    }
    struct field f = now->field = field_at(x, y);
    for (int i = 0; i < CONTROLS; i++) {
      double tax = (i == 2) + f.xx * tx[i] + f.xy * ty[i], tay = (i == 3) + f.xy * tx[i] + f.yy * ty[i];
      now->tx[i] = tx[i];
      now->ty[i] = ty[i];
      tx[i] += step_size * tvx[i];
      ty[i] += step_size * tvy[i];
      tvx[i] += step_size * tax;
      tvy[i] += step_size * tay;
    }
    x += step_size * vx;
    y += step_size * vy;
    vx += step_size * ax;
    vy += step_size * ay;
  }
  double bx = 2 * x, by = 2 * y, bvx = 0, bvy = 0;
  lanes tbx, tby, tbvx = {0}, tbvy = {0}, tfx = {0}, tfy = {0};
  for (int i = 0; i < CONTROLS; i++) tbx[i] = 2 * tx[i], tby[i] = 2 * ty[i];
  for (int step = STEPS - 1; step >= 0; step--) {
    const struct step *then = kept + step;
    const struct field f = then->field;
    double fx = step_size * bvx, fy = step_size * bvy; // adjoints of the acceleration
    for (int i = 0; i < CONTROLS; i++) {
      double sx = step_size * tbvx[i], sy = step_size * tbvy[i], px = then->tx[i], py = then->ty[i];
      double txx = f.xxx * px + f.xxy * py, txy = f.xxy * px + f.xyy * py, tyy = f.xyy * px + f.yyy * py;
      tfx[i] += sx;
      tfy[i] += sy;
      tbvx[i] += step_size * tbx[i];
      tbvy[i] += step_size * tby[i];
      tbx[i] += f.xx * sx + f.xy * sy + txx * fx + txy * fy;
      tby[i] += f.xy * sx + f.yy * sy + txy * fx + tyy * fy;
    }
    bvx += step_size * bx;
    bvy += step_size * by;
    bx += f.xx * fx + f.xy * fy;
    by += f.xy * fx + f.yy * fy;
  }
  for (int i = 0; i < CONTROLS; i++) {
    const double row[CONTROLS] = {tbvx[i], tbvy[i], tfx[i], tfy[i]};
    memcpy(gradient + i * CONTROLS, row, sizeof row);
  }
  free(kept);
}
#endif
