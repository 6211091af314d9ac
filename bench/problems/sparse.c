// Repeated products with a sparse matrix in compressed rows, each followed by a bounded non-linearity, by the values.
#include "bench.h"

PRIMAL double propagate(int n, int rounds, const int *starts, const int *columns, const double *values, const double *initial) {
  double *x = malloc((size_t)n * sizeof *x), *y = malloc((size_t)n * sizeof *y);
  for (int i = 0; i < n; i++) x[i] = initial[i];
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int at = starts[i]; at < starts[i + 1]; at++) sum += values[at] * x[columns[at]];
      y[i] = sum / (1 + sum * sum);
    }
    for (int i = 0; i < n; i++) x[i] = y[i];
  }
  double total = 0;
  for (int i = 0; i < n; i++) total += x[i] * x[i];
  free(x);
  free(y);
  return total;
}

enum { N = 2000, ROUNDS = 20, PER_ROW = 9, ENTRIES = N * PER_ROW };
SHARED int *starts, *columns;
SHARED double *values, *initial;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, ENTRIES * sizeof *gradient);
  __enzyme_autodiff((void *)propagate, enzyme_const, N, enzyme_const, ROUNDS, enzyme_const, starts, enzyme_const, columns,
    enzyme_dup, values, gradient, enzyme_const, initial);
}
#else
const char *const problem_name = "sparse matrix";
size_t set_up(void) {
  starts = malloc((N + 1) * sizeof *starts);
  columns = malloc(ENTRIES * sizeof *columns);
  for (int i = 0; i <= N; i++) starts[i] = i * PER_ROW;
  for (int i = 0; i < ENTRIES; i++) columns[i] = (int)((noise() + 1) * 0.5 * N);
  values = numbers(ENTRIES, 1, 0);
  initial = numbers(N, 1, 0);
  return ENTRIES;
}
double run_primal(void) { return propagate(N, ROUNDS, starts, columns, values, initial); }

void run_by_hand(double *restrict gradient) {
  double *kept = malloc(sizeof(double) * (ROUNDS + 1) * N), *sums = malloc(sizeof(double) * ROUNDS * N), dx[N], dy[N];
  memset(gradient, 0, ENTRIES * sizeof *gradient);
  for (int i = 0; i < N; i++) kept[i] = initial[i];
  for (int round = 0; round < ROUNDS; round++) {
    const double *restrict x = kept + round * N;
    double *restrict y = kept + (round + 1) * N;
    for (int i = 0; i < N; i++) {
      double sum = 0;
      for (int at = starts[i]; at < starts[i + 1]; at++) sum += values[at] * x[columns[at]];
      sums[round * N + i] = sum;
      y[i] = sum / (1 + sum * sum);
    }
  }
  for (int i = 0; i < N; i++) dx[i] = 2 * kept[ROUNDS * N + i];
  for (int round = ROUNDS - 1; round >= 0; round--) {
    const double *restrict x = kept + round * N;
    for (int i = 0; i < N; i++) {
      dy[i] = dx[i];
      dx[i] = 0;
    }
    for (int i = 0; i < N; i++) {
      double square = sums[round * N + i] * sums[round * N + i], inverse = 1 / (1 + square);
      double pull = dy[i] * (1 - square) * inverse * inverse;
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        gradient[at] += pull * x[columns[at]];
        dx[columns[at]] += pull * values[at];
      }
    }
  }
  free(kept);
  free(sums);
}
#endif
