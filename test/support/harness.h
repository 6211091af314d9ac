/*
 * Checks the derivatives of programs against each other and against finite differences; the test drivers include it.
 *
 * A program maps a vector z (the elements of its arrays, then its scalars) to a returned number and to what it left in
 * its arrays. The gradient checked is that of L(z) = result + sum of weight(i) * array element i afterwards, so that what
 * a program writes counts as much as what it returns. In reverse mode the weights are what the shadows hold before the
 * call: the call must add into them and consume those of overwritten elements, or the sum comes out wrong.
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_INPUTS = 64 };

struct program {
  const char *name;
  int inputs;              /* length of z */
  int elements;            /* how many of z are array elements: these come first, and are read back afterwards */
  const double *at;
  double tolerance;        /* relative, against finite differences (or `gradient`) */
  const double *gradient;  /* of L, given by the author; or NULL: finite differences */
  const double *value;     /* of the result, given by the author; or NULL */
  double (*primal)(const double *z, double *after);
  double (*forward)(const double *z, const double *dz, double *after, double *dafter); /* the tangent of the result */
  void (*reverse)(const double *z, double *after, double *adjoint);                    /* adjoint: weights in, gradient out */
  void (*split)(const double *z, double *after, double *adjoint);                      /* the same, in halves */
};

static double harness_weight(int i) { return 0.5 + 0.25 * (i % 3); }

static double harness_weighted(const struct program *p, double result, const double *after) {
  for (int i = 0; i < p->elements; i++) result += harness_weight(i) * after[i];
  return result;
}

static double harness_objective(const struct program *p, const double *z) {
  double after[MAX_INPUTS] = {0};
  double result = p->primal(z, after);
  return harness_weighted(p, result, after);
}

static double harness_central(const struct program *p, double *z, int k, double h) {
  double save = z[k], up, down;
  z[k] = save + h, up = harness_objective(p, z);
  z[k] = save - h, down = harness_objective(p, z);
  z[k] = save;
  return (up - down) / (2 * h);
}

/* Central differences at three steps, extrapolated twice (error of order h^6); `error` is how far the last two differ. */
static double harness_difference(const struct program *p, double *z, int k, double h, double *error) {
  double a = harness_central(p, z, k, h), b = harness_central(p, z, k, h / 2), c = harness_central(p, z, k, h / 4);
  double ab = (4 * b - a) / 3, bc = (4 * c - b) / 3;
  *error = fabs(bc - ab);
  return (16 * bc - ab) / 15;
}

static int harness_close(double got, double want, double tolerance, double scale) {
  if (isnan(want)) return isnan(got);
  if (isinf(want)) return got == want;
  return fabs(got - want) <= tolerance * (fabs(want) + scale);
}

/* For derivatives in several lanes: what another lane is given, and whether it has not what lane 0 has times the same. */
__attribute__((noinline, unused)) static void harness_scale(double *lane, const double *base, int count, double factor) {
  for (int i = 0; i < count; i++) lane[i] = factor * base[i];
}
__attribute__((noinline, unused)) static int harness_mixed(const double *lane, const double *base, int count, double factor, double tolerance) {
  for (int i = 0; i < count; i++) if (!harness_close(lane[i], factor * base[i], tolerance, 1)) return 1;
  return 0;
}

/* Prints the first component that is off, and answers whether one was. */
static int harness_compare(const struct program *p, const char *mode, const char *what, const double *got,
                           const double *want, int count, double tolerance) {
  double scale = 1e-3;
  for (int i = 0; i < count; i++) if (isfinite(want[i]) && fabs(want[i]) > scale) scale = fabs(want[i]);
  for (int i = 0; i < count; i++) {
    if (harness_close(got[i], want[i], tolerance, 0.1 * scale)) continue;
    printf("%s %s wrong: %s[%d] is %.15g, expected %.15g\n", p->name, mode, what, i, got[i], want[i]);
    return 1;
  }
  return 0;
}

static int harness_reference(const struct program *p, double *z, double *gradient) {
  if (p->gradient) {
    memcpy(gradient, p->gradient, p->inputs * sizeof *gradient);
    return 1;
  }
  /* Single precision needs a wide step: the tolerance says which it is. */
  double step = p->tolerance > 1e-5 ? 0.0625 : 0.00390625, scale = 1e-3, error[MAX_INPUTS];
  for (int k = 0; k < p->inputs; k++) {
    gradient[k] = harness_difference(p, z, k, step, &error[k]);
    if (fabs(gradient[k]) > scale) scale = fabs(gradient[k]);
  }
  for (int k = 0; k < p->inputs; k++)
    if (!(error[k] <= p->tolerance * (fabs(gradient[k]) + 0.1 * scale))) {
      printf("%s rough: component %d of the finite differences, %.15g, is off by about %.3g\n", p->name, k, gradient[k], error[k]);
      return 0;
    }
  return 1;
}

/* Whether nothing that is returned or written depends on z: then a derivative that is not computed would pass. */
static int harness_trivial(const struct program *p, const double *gradient) {
  for (int k = 0; k < p->inputs; k++) if (fabs(gradient[k] - (k < p->elements ? harness_weight(k) : 0)) > 1e-6) return 0;
  printf("%s trivial: nothing depends on the arguments\n", p->name);
  return 1;
}

static int harness_forward(const struct program *p, const double *z, const double *expected_after, double *gradient) {
  double after[MAX_INPUTS] = {0}, dz[MAX_INPUTS] = {0}, dafter[MAX_INPUTS] = {0}, dense = 0, tangent;
  for (int k = 0; k < p->inputs; k++) {
    memset(dafter, 0, sizeof dafter);
    dz[k] = 1;
    tangent = p->forward(z, dz, after, dafter);
    gradient[k] = harness_weighted(p, tangent, dafter);
    dz[k] = 0;
    if (harness_compare(p, "forward", "array afterwards", after, expected_after, p->elements, 1e-9)) return 0;
  }
  for (int k = 0; k < p->inputs; k++) dz[k] = harness_weight(k), dense += dz[k] * gradient[k];
  tangent = p->forward(z, dz, after, dafter);
  tangent = harness_weighted(p, tangent, dafter);
  return !harness_compare(p, "forward", "dense direction", &tangent, &dense, 1, p->tolerance > 1e-5 ? p->tolerance : 1e-8);
}

/* A gradient against finite differences, and against forward mode where that is right. */
static int harness_adjoint(const struct program *p, const char *mode, void (*compute)(const double *, double *, double *), const double *z,
                           const double *expected_after, const double *want, const double *forward) {
  double after[MAX_INPUTS] = {0}, gradient[MAX_INPUTS];
  for (int k = 0; k < p->inputs; k++) gradient[k] = k < p->elements ? harness_weight(k) : 0;
  compute(z, after, gradient);
  if (harness_compare(p, mode, "array afterwards", after, expected_after, p->elements, 1e-9)) return 0;
  if (want && harness_compare(p, mode, "gradient", gradient, want, p->inputs, p->tolerance)) return 0;
  if (forward && harness_compare(p, mode, "gradient against forward mode", gradient, forward, p->inputs, p->tolerance > 1e-5 ? 1e-4 : 1e-9)) return 0;
  if (want) printf("%s %s ok\n", p->name, mode);
  return 1;
}

static int harness_program(const struct program *p) {
  double z[MAX_INPUTS], after[MAX_INPUTS] = {0}, want[MAX_INPUTS], forward[MAX_INPUTS];
  memcpy(z, p->at, p->inputs * sizeof *z);
  double value = p->primal(z, after);
  if (p->value && harness_compare(p, "primal", "value", &value, p->value, 1, 1e-12)) return 1;
  int known = harness_reference(p, z, want) && !harness_trivial(p, want);
  int forward_ok = 1, reverse_ok = 1, split_ok = 1;
  if (p->forward) {
    forward_ok = harness_forward(p, z, after, forward);
    if (forward_ok && known) forward_ok = !harness_compare(p, "forward", "gradient", forward, want, p->inputs, p->tolerance);
    if (forward_ok && known) printf("%s forward ok\n", p->name);
  }
  const double *reference = known ? want : NULL, *other = p->forward && forward_ok ? forward : NULL;
  if (p->reverse) reverse_ok = harness_adjoint(p, "reverse", p->reverse, z, after, reference, other);
  if (p->split) split_ok = harness_adjoint(p, "split", p->split, z, after, reference, other);
  return !(known && forward_ok && reverse_ok && split_ok);
}

/* Each program runs in a process of its own, so that one that crashes or hangs takes no other with it. */
static int harness_isolated(const struct program *p) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    alarm(20);
    int failed = harness_program(p);
    fflush(stdout);
    exit(failed);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0) return 1;
  if (WIFSIGNALED(status)) printf("%s crashed: %s\n", p->name, strsignal(WTERMSIG(status)));
  else if (WEXITSTATUS(status) > 1) printf("%s crashed: exit status %d\n", p->name, WEXITSTATUS(status));
  return status != 0;
}

static int harness_main(const struct program *const *programs, int count) {
  int failed = 0;
  for (int i = 0; i < count; i++) failed += harness_isolated(programs[i]);
  return failed != 0;
}
