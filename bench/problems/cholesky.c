// The logarithm of the determinant of a symmetric matrix, by a Cholesky factorisation in place, by its lower triangle.
#include "bench.h"

PRIMAL real log_determinant(int n, const real *matrix) {
  real *l = NEW((size_t)(n * n));
  for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) l[i * n + j] = matrix[i * n + j];
  real sum = 0;
  for (int j = 0; j < n; j++) {
    for (int k = 0; k < j; k++) l[j * n + j] -= l[j * n + k] * l[j * n + k];
    l[j * n + j] = sqrt(l[j * n + j]);
    for (int i = j + 1; i < n; i++) {
      real entry = l[i * n + j];
      for (int k = 0; k < j; k++) entry -= l[i * n + k] * l[j * n + k];
      l[i * n + j] = entry / l[j * n + j];
    }
    sum += log(l[j * n + j]);
  }
  DELETE(l);
  return 2 * sum;
}

enum { N = 100, COUNT = N * N };
SHARED double *matrix;

#if defined TAPED
void run_gradient(double *gradient) { taped_gradient(gradient, matrix, COUNT, [](const real *at) { return log_determinant(N, at); }); }
#elif defined DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COUNT * sizeof *gradient);
  __enzyme_autodiff((void *)log_determinant, enzyme_const, N, enzyme_dup, matrix, gradient);
}
#else
const char *const problem_name = "Cholesky";
size_t set_up(void) {
  double *factor = numbers(COUNT, 1, 0);
  matrix = malloc(COUNT * sizeof *matrix);
  for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) {
    matrix[i * N + j] = i == j ? N : 0;
    for (int k = 0; k < N; k++) matrix[i * N + j] += factor[i * N + k] * factor[j * N + k];
  }
  free(factor);
  return COUNT;
}
double run_primal(void) { return log_determinant(N, matrix); }

/** The final factor holds all that the way back reads. */
void run_by_hand(double *restrict d) {
  static double l[COUNT];
  for (int i = 0; i < N; i++) for (int j = 0; j <= i; j++) l[i * N + j] = matrix[i * N + j];
  for (int j = 0; j < N; j++) {
    for (int k = 0; k < j; k++) l[j * N + j] -= l[j * N + k] * l[j * N + k];
    l[j * N + j] = sqrt(l[j * N + j]);
    for (int i = j + 1; i < N; i++) {
      double entry = l[i * N + j];
      for (int k = 0; k < j; k++) entry -= l[i * N + k] * l[j * N + k];
      l[i * N + j] = entry / l[j * N + j];
    }
  }
  memset(d, 0, COUNT * sizeof *d);
  for (int j = N - 1; j >= 0; j--) {
    double inverse = 1 / l[j * N + j];
    d[j * N + j] += 2 * inverse;
    for (int i = N - 1; i > j; i--) {
      double pull = d[i * N + j] * inverse;
      d[j * N + j] -= pull * l[i * N + j];
      d[i * N + j] = pull;
      for (int k = 0; k < j; k++) {
        d[i * N + k] -= pull * l[j * N + k];
        d[j * N + k] -= pull * l[i * N + k];
      }
    }
    double pull = d[j * N + j] *= 0.5 * inverse;
    for (int k = 0; k < j; k++) d[j * N + k] -= 2 * pull * l[j * N + k];
  }
}
#endif
