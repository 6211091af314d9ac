/**
 * Measures one problem: interleaved runs of the primal, the adjoint by hand and the gradient, so that all three see the
 * same machine. Prints one line of JSON. Every allocation is counted (link with --wrap for the names below).
 */
#define _GNU_SOURCE
#include "bench.h"
#include <fcntl.h>
#include <malloc.h>
#include <time.h>
#include <unistd.h>

static size_t live, most;

static void *counted(void *p) {
  if (p) live += malloc_usable_size(p);
  if (live > most) most = live;
  return p;
}

void *__real_malloc(size_t);
void *__real_calloc(size_t, size_t);
void *__real_realloc(void *, size_t);
void __real_free(void *);
void *__wrap_malloc(size_t size) { return counted(__real_malloc(size)); }
void *__wrap_calloc(size_t count, size_t size) { return counted(__real_calloc(count, size)); }
void *__wrap_realloc(void *p, size_t size) {
  if (p) live -= malloc_usable_size(p);
  return counted(__real_realloc(p, size));
}
void __wrap_free(void *p) {
  if (p) live -= malloc_usable_size(p);
  __real_free(p);
}

/** Time that the processor spent on us, whatever else the machine does. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static double *by_hand, *gradient;
static volatile double sink;
static void primal_once(void) { sink = run_primal(); }
static void by_hand_once(void) { run_by_hand(by_hand); }
static void gradient_once(void) { run_gradient(gradient); }
typedef void (*task)(void);
static const task tasks[] = {primal_once, by_hand_once, gradient_once};
enum { TASKS = 3, MOST_ROUNDS = 1000 };

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/** The most that a task has allocated at any moment. */
static size_t allocated(task run) {
  size_t before = live;
  most = live;
  run();
  return most - before;
}

static size_t peak_memory(task run) {
  int fd = open("/proc/self/clear_refs", O_WRONLY);
  if (fd >= 0) {
    if (write(fd, "5", 1) != 1) perror("clear_refs");
    close(fd);
  }
  run();
  size_t kilobytes = 0;
  char line[256];
  FILE *status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof line, status)) if (sscanf(line, "VmHWM: %zu", &kilobytes) == 1) break;
  if (status) fclose(status);
  return 1024 * kilobytes;
}

int main(int argc, char **argv) {
  double budget = argc > 1 ? atof(argv[1]) : 1; // seconds
  size_t count = set_up();
  by_hand = malloc(count * sizeof *by_hand);
  gradient = malloc(count * sizeof *gradient);
  for (size_t i = 0; i < count; i++) by_hand[i] = gradient[i] = 12345;
  by_hand_once();
  gradient_once();
  double largest = 0, error = 0;
  for (size_t i = 0; i < count; i++) {
    if (fabs(by_hand[i]) > largest) largest = fabs(by_hand[i]);
    if (!(fabs(by_hand[i] - gradient[i]) <= error)) error = fabs(by_hand[i] - gradient[i]);
  }
  if (!(error <= 1e-9 * largest) || largest == 0) {
    fprintf(stderr, "%s: the gradient and the adjoint by hand differ by %g (largest %g)\n", problem_name, error, largest);
    for (size_t i = 0, shown = 0; i < count && shown < 10; i++) {
      if (!(fabs(by_hand[i] - gradient[i]) <= 1e-9 * largest)) fprintf(stderr, "  [%zu] %.17g by hand, %.17g\n", i, by_hand[i], gradient[i]), shown++;
    }
    return 1;
  }

  // A sample takes at least a quarter of a millisecond, as many repetitions as that needs.
  int repetitions[TASKS];
  for (int t = 0; t < TASKS; t++) {
    double start = now();
    int runs = 0;
    do { tasks[t](); runs++; } while (now() - start < 1e6);
    repetitions[t] = runs / 4 + 1;
  }
  static double samples[TASKS][MOST_ROUNDS];
  int rounds = 0;
  for (double start = now(); rounds < MOST_ROUNDS && (rounds < 5 || now() - start < 1e9 * budget); rounds++) {
    for (int t = 0; t < TASKS; t++) {
      double begin = now();
      for (int r = 0; r < repetitions[t]; r++) tasks[t]();
      samples[t][rounds] = (now() - begin) / repetitions[t];
    }
  }
  double medians[TASKS];
  for (int t = 0; t < TASKS; t++) {
    qsort(samples[t], (size_t)rounds, sizeof samples[t][0], ascending);
    medians[t] = samples[t][rounds / 2];
  }
  printf("{\"name\": \"%s\", \"primal\": %.0f, \"handwritten\": %.0f, \"gradient\": %.0f, \"tapeBytes\": %zu, \"handwrittenBytes\": %zu, \"peakBytes\": %zu, \"derivatives\": %zu, \"rounds\": %d}\n",
    problem_name, medians[0], medians[1], medians[2], allocated(gradient_once), allocated(by_hand_once), peak_memory(gradient_once), count, rounds);
  return 0;
}
