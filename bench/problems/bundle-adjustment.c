// Reprojection errors of a set of observations of 3-D points by cameras with radial distortion, as in ADBench: the
// gradient of the sum of their squares by all cameras, points and weights.
#include "bench.h"

enum { CAMERA = 11 }; // rotation 3, centre 3, focal length, principal point 2, distortion 2

static void cross(const double *a, const double *b, double *out) {
  out[0] = a[1] * b[2] - a[2] * b[1];
  out[1] = a[2] * b[0] - a[0] * b[2];
  out[2] = a[0] * b[1] - a[1] * b[0];
}

static double dot(const double *a, const double *b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

/** Rodrigues' formula. */
static void rotate(const double *rotation, const double *point, double *out) {
  double square = dot(rotation, rotation);
  if (square != 0) {
    double theta = sqrt(square), cosine = cos(theta), sine = sin(theta), inverse = 1 / theta;
    double axis[3], crossed[3];
    for (int i = 0; i < 3; i++) axis[i] = rotation[i] * inverse;
    cross(axis, point, crossed);
    double along = dot(axis, point) * (1 - cosine);
    for (int i = 0; i < 3; i++) out[i] = point[i] * cosine + crossed[i] * sine + axis[i] * along;
  } else {
    cross(rotation, point, out);
    for (int i = 0; i < 3; i++) out[i] += point[i];
  }
}

static void project(const double *camera, const double *point, double *out) {
  const double *centre = camera + 3, *principal = camera + 7, *distortion = camera + 9;
  double offset[3], turned[3];
  for (int i = 0; i < 3; i++) offset[i] = point[i] - centre[i];
  rotate(camera, offset, turned);
  double x = turned[0] / turned[2], y = turned[1] / turned[2];
  double radius = x * x + y * y;
  double factor = 1 + distortion[0] * radius + distortion[1] * radius * radius;
  out[0] = x * factor * camera[6] + principal[0];
  out[1] = y * factor * camera[6] + principal[1];
}

PRIMAL double reprojection(int observations, const double *cameras, const double *points, const double *weights, const int *seen, const double *features) {
  double sum = 0;
  for (int i = 0; i < observations; i++) {
    double at[2];
    project(cameras + CAMERA * seen[2 * i], points + 3 * seen[2 * i + 1], at);
    for (int j = 0; j < 2; j++) {
      double error = weights[i] * (at[j] - features[2 * i + j]);
      sum += error * error;
    }
    double excess = 1 - weights[i] * weights[i];
    sum += excess * excess;
  }
  return sum;
}

enum { CAMERAS = 50, POINTS = 1000, OBSERVATIONS = 20000, COUNT = CAMERAS * CAMERA + 3 * POINTS + OBSERVATIONS };
SHARED double *inputs, *features;
SHARED int *seen;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COUNT * sizeof *gradient);
  double *points = inputs + CAMERAS * CAMERA, *weights = points + 3 * POINTS;
  double *dpoints = gradient + CAMERAS * CAMERA, *dweights = dpoints + 3 * POINTS;
  __enzyme_autodiff((void *)reprojection, enzyme_const, OBSERVATIONS, enzyme_dup, inputs, gradient, enzyme_dup, points, dpoints,
    enzyme_dup, weights, dweights, enzyme_const, seen, enzyme_const, features);
}
#else
const char *const problem_name = "bundle adjustment";
size_t set_up(void) {
  inputs = numbers(COUNT, 1, 0);
  for (int i = 0; i < CAMERAS; i++) {
    double *camera = inputs + i * CAMERA;
    for (int j = 0; j < 6; j++) camera[j] *= 0.3;
    camera[5] -= 5;
    camera[6] += 100;
    camera[9] *= 0.1;
    camera[10] *= 0.01;
  }
  features = numbers(2 * OBSERVATIONS, 10, 0);
  seen = malloc(2 * OBSERVATIONS * sizeof *seen);
  for (int i = 0; i < OBSERVATIONS; i++) {
    seen[2 * i] = i % CAMERAS;
    seen[2 * i + 1] = (int)((noise() + 1) * 0.5 * POINTS);
  }
  return COUNT;
}
double run_primal(void) { return reprojection(OBSERVATIONS, inputs, inputs + CAMERAS * CAMERA, inputs + CAMERAS * CAMERA + 3 * POINTS, seen, features); }

/** Each observation forwards and backwards, with everything between in registers. */
void run_by_hand(double *restrict gradient) {
  const double *points = inputs + CAMERAS * CAMERA, *weights = points + 3 * POINTS;
  double *dpoints = gradient + CAMERAS * CAMERA, *dweights = dpoints + 3 * POINTS;
  memset(gradient, 0, COUNT * sizeof *gradient);
  for (int i = 0; i < OBSERVATIONS; i++) {
    const double *camera = inputs + CAMERA * seen[2 * i], *point = points + 3 * seen[2 * i + 1], w = weights[i];
    double *restrict dcamera = gradient + CAMERA * seen[2 * i], *restrict dpoint = dpoints + 3 * seen[2 * i + 1];
    double p[3] = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
    double square = dot(camera, camera), theta = sqrt(square), c = cos(theta), s = sin(theta), inverse = 1 / theta;
    double a[3] = {camera[0] * inverse, camera[1] * inverse, camera[2] * inverse}, crossed[3], turned[3];
    cross(a, p, crossed);
    double dotted = dot(a, p), along = dotted * (1 - c);
    for (int j = 0; j < 3; j++) turned[j] = p[j] * c + crossed[j] * s + a[j] * along;
    double depth = 1 / turned[2], x = turned[0] * depth, y = turned[1] * depth, radius = x * x + y * y;
    double factor = 1 + radius * (camera[9] + camera[10] * radius);
    double ex = x * factor * camera[6] + camera[7] - features[2 * i], ey = y * factor * camera[6] + camera[8] - features[2 * i + 1];
    double gx = 2 * w * w * ex, gy = 2 * w * w * ey;
    dweights[i] = 2 * w * (ex * ex + ey * ey) - 4 * w * (1 - w * w);
    double inner = gx * x + gy * y, dfactor = inner * camera[6];
    dcamera[6] += inner * factor;
    dcamera[7] += gx;
    dcamera[8] += gy;
    dcamera[9] += dfactor * radius;
    dcamera[10] += dfactor * radius * radius;
    double dradius = 2 * dfactor * (camera[9] + 2 * camera[10] * radius), scale = factor * camera[6];
    double dx = gx * scale + dradius * x, dy = gy * scale + dradius * y;
    double d[3] = {dx * depth, dy * depth, -(dx * x + dy * y) * depth};
    double dalong = dot(a, d), ddotted = dalong * (1 - c), dc = dot(p, d) - dalong * dotted, ds = dot(crossed, d);
    double dp[3], da[3], dcrossed[3] = {d[0] * s, d[1] * s, d[2] * s}, pd[3], da2[3];
    cross(dcrossed, a, pd); // crossed = a x p
    cross(p, dcrossed, da2);
    for (int j = 0; j < 3; j++) {
      dp[j] = d[j] * c + pd[j] + a[j] * ddotted;
      da[j] = d[j] * along + da2[j] + p[j] * ddotted;
    }
    double dtheta = ds * c - dc * s - dot(da, camera) * inverse * inverse;
    for (int j = 0; j < 3; j++) {
      dpoint[j] += dp[j];
      dcamera[3 + j] -= dp[j];
      dcamera[j] += da[j] * inverse + dtheta * a[j];
    }
  }
}
#endif
