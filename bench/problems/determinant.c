// The determinant of a small matrix by minors, by its elements: recursion down to 1 x 1.
#include "bench.h"

enum { N = 7 };

/** Of the rows from `row` on and the columns that are in `columns`. */
static double minor(int n, const double *a, int row, unsigned columns) {
  if (row == n) return 1;
  double sum = 0, sign = 1;
  for (int j = 0; j < n; j++) {
    if (!(columns >> j & 1)) continue;
    sum += sign * a[row * n + j] * minor(n, a, row + 1, columns & ~(1u << j));
    sign = -sign;
  }
  return sum;
}

PRIMAL double determinant(int n, const double *a) { return minor(n, a, 0, (1u << n) - 1); }

SHARED double *matrix;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, N * N * sizeof *gradient);
  __enzyme_autodiff((void *)determinant, enzyme_const, N, enzyme_dup, matrix, gradient);
}
#else
const char *const problem_name = "determinant by minors";
size_t set_up(void) { matrix = numbers(N * N, 1, 0); return N * N; }
double run_primal(void) { return determinant(N, matrix); }

/** The minors in the order in which they are found; the way back reads them from the end. */
static double *record(const double *a, int row, unsigned columns, double *kept, double *result) {
  double sum = row == N, sign = 1;
  for (int j = 0; j < N && row < N; j++) {
    if (!(columns >> j & 1)) continue;
    double below;
    kept = record(a, row + 1, columns & ~(1u << j), kept, &below);
    *kept++ = below;
    sum += sign * a[row * N + j] * below;
    sign = -sign;
  }
  *result = sum;
  return kept;
}

static const double *back(const double *a, int row, unsigned columns, double seed, const double *kept, double *restrict gradient) {
  if (row == N) return kept;
  double sign = __builtin_popcount(columns) % 2 ? 1 : -1; // of the last column
  for (int j = N - 1; j >= 0; j--) {
    if (!(columns >> j & 1)) continue;
    gradient[row * N + j] += seed * sign * *--kept;
    kept = back(a, row + 1, columns & ~(1u << j), seed * sign * a[row * N + j], kept, gradient);
    sign = -sign;
  }
  return kept;
}

void run_by_hand(double *restrict gradient) {
  size_t count = 0;
  for (size_t level = 1, product = N; level <= N; product *= N - level, level++) count += product;
  double *kept = malloc(count * sizeof *kept), value;
  memset(gradient, 0, N * N * sizeof *gradient);
  back(matrix, 0, (1u << N) - 1, 1, record(matrix, 0, (1u << N) - 1, kept, &value), gradient);
  free(kept);
}
#endif
