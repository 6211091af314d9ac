// The log-likelihood of a mixture of k Gaussians with full covariance for n points in d dimensions, with a Wishart prior,
// by the weights, means, and inverse Cholesky factors (d logarithms of the diagonal, then the lower triangle by columns).
#include "bench.h"

static const double log_two_pi = 1.8378770664093453;

static real logsumexp(int n, const real *x) {
  real largest = x[0];
  for (int i = 1; i < n; i++) if (x[i] > largest) largest = x[i];
  real sum = 0;
  for (int i = 0; i < n; i++) sum += exp(x[i] - largest);
  return largest + log(sum);
}

PRIMAL real gmm(int d, int k, int n, const real *alphas, const real *means, const real *icf, const double *points, double gamma, int m) {
  int triangle = d * (d - 1) / 2, size = d + triangle;
  real *diagonals = NEW((size_t)(d * k));
  real *logs = NEW((size_t)k);
  real *centred = NEW((size_t)d);
  real *scaled = NEW((size_t)d);
  real *terms = NEW((size_t)k);
  for (int c = 0; c < k; c++) {
    logs[c] = 0;
    for (int j = 0; j < d; j++) {
      logs[c] += icf[c * size + j];
      diagonals[c * d + j] = exp(icf[c * size + j]);
    }
  }
  real sum = 0;
  for (int i = 0; i < n; i++) {
    for (int c = 0; c < k; c++) {
      const real *q = diagonals + c * d, *l = icf + c * size + d;
      for (int j = 0; j < d; j++) centred[j] = points[i * d + j] - means[c * d + j];
      for (int j = 0; j < d; j++) scaled[j] = q[j] * centred[j];
      int at = 0;
      for (int j = 0; j < d; j++) for (int r = j + 1; r < d; r++) scaled[r] += l[at++] * centred[j];
      real square = 0;
      for (int j = 0; j < d; j++) square += scaled[j] * scaled[j];
      terms[c] = alphas[c] + logs[c] - 0.5 * square;
    }
    sum += logsumexp(k, terms);
  }
  real prior = 0;
  for (int c = 0; c < k; c++) {
    real squares = 0;
    for (int j = 0; j < d; j++) squares += diagonals[c * d + j] * diagonals[c * d + j];
    for (int j = 0; j < triangle; j++) squares += icf[c * size + d + j] * icf[c * size + d + j];
    prior += 0.5 * gamma * gamma * squares - m * logs[c];
  }
  real result = sum - n * logsumexp(k, alphas) + prior - 0.5 * n * d * log_two_pi;
  DELETE(diagonals);
  DELETE(logs);
  DELETE(centred);
  DELETE(scaled);
  DELETE(terms);
  return result;
}

enum { TRIANGLE = DIMENSIONS * (DIMENSIONS - 1) / 2, FACTOR = DIMENSIONS + TRIANGLE, COUNT = COMPONENTS * (1 + DIMENSIONS + FACTOR) };
SHARED double *parameters, *points;

#if defined TAPED
void run_gradient(double *gradient) {
  taped_gradient(gradient, parameters, COUNT, [](const real *at) {
    return gmm(DIMENSIONS, COMPONENTS, POINTS, at, at + COMPONENTS, at + COMPONENTS + COMPONENTS * DIMENSIONS, points, 1, 0);
  });
}
#elif defined DERIVATIVES
void run_gradient(double *gradient) {
  const double *means = parameters + COMPONENTS, *factors = means + COMPONENTS * DIMENSIONS;
  memset(gradient, 0, COUNT * sizeof *gradient);
  __enzyme_autodiff((void *)gmm, enzyme_const, DIMENSIONS, enzyme_const, COMPONENTS, enzyme_const, POINTS,
    enzyme_dup, parameters, gradient, enzyme_dup, means, gradient + COMPONENTS,
    enzyme_dup, factors, gradient + COMPONENTS + COMPONENTS * DIMENSIONS, enzyme_const, points, enzyme_const, 1.0, enzyme_const, 0);
}
#else
size_t set_up(void) {
  parameters = numbers(COUNT, 0.3, 0);
  points = numbers(POINTS * DIMENSIONS, 1, 0);
  return COUNT;
}
double run_primal(void) {
  return gmm(DIMENSIONS, COMPONENTS, POINTS, parameters, parameters + COMPONENTS, parameters + COMPONENTS + COMPONENTS * DIMENSIONS, points, 1, 0);
}

/** Per point: all scaled residuals are kept, then those components that matter pull on their parameters. */
void run_by_hand(double *restrict gradient) {
  enum { D = DIMENSIONS, K = COMPONENTS };
  const double *alphas = parameters, *means = parameters + K, *icf = means + K * D;
  double *restrict dalphas = gradient, *restrict dmeans = gradient + K, *restrict dicf = gradient + K + K * D;
  double *diagonals = malloc(K * D * sizeof *diagonals), *ddiagonals = calloc(K * D, sizeof *ddiagonals);
  double *centred = malloc(K * D * sizeof *centred), *scaled = malloc(K * D * sizeof *scaled);
  double logs[K], dlogs[K], terms[K], pull[D];
  memset(gradient, 0, COUNT * sizeof *gradient);
  for (int c = 0; c < K; c++) {
    logs[c] = dlogs[c] = 0;
    for (int j = 0; j < D; j++) {
      logs[c] += icf[c * FACTOR + j];
      diagonals[c * D + j] = exp(icf[c * FACTOR + j]);
    }
  }
  for (int i = 0; i < POINTS; i++) {
    double largest = -INFINITY, sum = 0;
    for (int c = 0; c < K; c++) {
      const double *q = diagonals + c * D, *l = icf + c * FACTOR + D;
      double *restrict x = centred + c * D, *restrict y = scaled + c * D;
      for (int j = 0; j < D; j++) x[j] = points[i * D + j] - means[c * D + j];
      for (int j = 0; j < D; j++) y[j] = q[j] * x[j];
      for (int j = 0; j < D; j++) {
        for (int r = j + 1; r < D; r++) y[r] += l[r - j - 1] * x[j];
        l += D - j - 1;
      }
      double square = 0;
      for (int j = 0; j < D; j++) square += y[j] * y[j];
      terms[c] = alphas[c] + logs[c] - 0.5 * square;
      if (terms[c] > largest) largest = terms[c];
    }
    for (int c = 0; c < K; c++) sum += terms[c] = exp(terms[c] - largest);
    double scale = 1 / sum;
    for (int c = 0; c < K; c++) {
      double weight = terms[c] * scale;
      const double *q = diagonals + c * D, *l = icf + c * FACTOR + D;
      const double *restrict x = centred + c * D, *restrict y = scaled + c * D;
      double *restrict dl = dicf + c * FACTOR + D, *restrict dq = ddiagonals + c * D;
      dalphas[c] += weight;
      dlogs[c] += weight;
      for (int j = 0; j < D; j++) pull[j] = weight * y[j];
      for (int j = 0; j < D; j++) dq[j] -= pull[j] * x[j];
      for (int j = 0; j < D; j++) {
        double back = q[j] * pull[j];
        for (int r = j + 1; r < D; r++) {
          back += l[r - j - 1] * pull[r];
          dl[r - j - 1] -= pull[r] * x[j];
        }
        l += D - j - 1;
        dl += D - j - 1;
        dmeans[c * D + j] += back;
      }
    }
  }
  double largest = alphas[0], sum = 0;
  for (int c = 1; c < K; c++) if (alphas[c] > largest) largest = alphas[c];
  for (int c = 0; c < K; c++) sum += terms[c] = exp(alphas[c] - largest);
  for (int c = 0; c < K; c++) {
    dalphas[c] -= POINTS * terms[c] / sum;
    for (int j = 0; j < D; j++) {
      double q = diagonals[c * D + j];
      dicf[c * FACTOR + j] = (ddiagonals[c * D + j] + q) * q + dlogs[c];
    }
    for (int j = 0; j < TRIANGLE; j++) dicf[c * FACTOR + D + j] += icf[c * FACTOR + D + j];
  }
  free(diagonals);
  free(ddiagonals);
  free(centred);
  free(scaled);
}
#endif
