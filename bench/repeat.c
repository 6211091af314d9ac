/**
 * One problem, run as often as somebody else says: natively (commands on the standard input) and in WebAssembly (`repeat`
 * called from JavaScript), so that the two can be measured by turns.
 */
#include "bench.h"
#include <time.h>

static double *by_hand, *gradient;
static volatile double sink;

/** Makes the inputs. How far the gradient is from the adjoint by hand, relative to the largest derivative. */
double prepare(void) {
  size_t count = set_up();
  by_hand = malloc(count * sizeof *by_hand);
  gradient = malloc(count * sizeof *gradient);
  for (size_t i = 0; i < count; i++) by_hand[i] = gradient[i] = 12345;
  run_by_hand(by_hand);
  run_gradient(gradient);
  double largest = 0, error = 0;
  for (size_t i = 0; i < count; i++) {
    if (fabs(by_hand[i]) > largest) largest = fabs(by_hand[i]);
    if (!(fabs(by_hand[i] - gradient[i]) <= error)) error = fabs(by_hand[i] - gradient[i]);
  }
  return largest == 0 ? INFINITY : error / largest;
}

/** 0: the primal, 1: the adjoint by hand, 2: the gradient. */
void repeat(int task, int times) {
  for (int i = 0; i < times; i++) {
    if (task == 0) sink = run_primal();
    else if (task == 1) run_by_hand(by_hand);
    else run_gradient(gradient);
  }
}

#ifndef __wasm__
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/** Prints the error; then, for each line `task times`, the time that took, in ns of the processor. */
int main(void) {
  printf("%.17g\n", prepare());
  fflush(stdout);
  for (int task, times; scanf("%d %d", &task, &times) == 2;) {
    double begin = now();
    repeat(task, times);
    printf("%.17g\n", now() - begin);
    fflush(stdout);
  }
}
#endif
