// log(sum of exp(x)), shifted by the largest x.
#include "bench.h"

PRIMAL real logsumexp(const real *x, int n) {
  real largest = x[0];
  for (int i = 1; i < n; i++) if (x[i] > largest) largest = x[i];
  real sum = 0;
  for (int i = 0; i < n; i++) sum += exp(x[i] - largest);
  return log(sum) + largest;
}

enum { N = 100000 };
SHARED double *x;

#if defined TAPED
void run_gradient(double *gradient) { taped_gradient(gradient, x, N, [](const real *at) { return logsumexp(at, N); }); }
#elif defined DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, N * sizeof *gradient);
  __enzyme_autodiff((void *)logsumexp, enzyme_dup, x, gradient, enzyme_const, N);
}
#else
const char *const problem_name = "log-sum-exp";
size_t set_up(void) { x = numbers(N, 3, 0); return N; }
double run_primal(void) { return logsumexp(x, N); }

/** The softmax: the exponentials are kept where the gradient goes. */
void run_by_hand(double *restrict gradient) {
  double largest = x[0];
  for (int i = 1; i < N; i++) if (x[i] > largest) largest = x[i];
  double sum = 0;
  for (int i = 0; i < N; i++) sum += gradient[i] = exp(x[i] - largest);
  double scale = 1 / sum;
  for (int i = 0; i < N; i++) gradient[i] *= scale;
}
#endif
