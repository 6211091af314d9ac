// Half the squared length of Ax - b, by x.
#include "bench.h"

PRIMAL real least_squares(const double *a, const double *b, const real *x, int rows, int columns) {
  real sum = 0;
  for (int i = 0; i < rows; i++) {
    real residual = -b[i];
    for (int j = 0; j < columns; j++) residual += a[i * columns + j] * x[j];
    sum += residual * residual;
  }
  return 0.5 * sum;
}

enum { ROWS = 2000, COLUMNS = 500 };
SHARED double *a, *b, *x;

#if defined TAPED
void run_gradient(double *gradient) { taped_gradient(gradient, x, COLUMNS, [](const real *at) { return least_squares(a, b, at, ROWS, COLUMNS); }); }
#elif defined DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COLUMNS * sizeof *gradient);
  __enzyme_autodiff((void *)least_squares, enzyme_const, a, enzyme_const, b, enzyme_dup, x, gradient, enzyme_const, ROWS, enzyme_const, COLUMNS);
}
#else
const char *const problem_name = "least squares";
size_t set_up(void) {
  a = numbers(ROWS * COLUMNS, 1, 0);
  b = numbers(ROWS, 1, 0);
  x = numbers(COLUMNS, 1, 0);
  return COLUMNS;
}
double run_primal(void) { return least_squares(a, b, x, ROWS, COLUMNS); }

/** One pass over A: a row is used for the gradient while it is in the cache. */
void run_by_hand(double *restrict gradient) {
  memset(gradient, 0, COLUMNS * sizeof *gradient);
  for (int i = 0; i < ROWS; i++) {
    const double *row = a + i * COLUMNS;
    double residual = -b[i];
    for (int j = 0; j < COLUMNS; j++) residual += row[j] * x[j];
    for (int j = 0; j < COLUMNS; j++) gradient[j] += residual * row[j];
  }
}
#endif
