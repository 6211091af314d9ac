// How well a mixture of k Gaussians explains n points in d dimensions, and how to move each Gaussian to explain them better.
#include <math.h>
#include <stdio.h>

enum { N = 200, D = 2, K = 3 };

// The parameters: weights before the softmax, means (k x d), and logarithms of the standard deviations (k x d).
typedef struct { double weight[K], mean[K][D], log_deviation[K][D]; } mixture;

static double logsumexp(const double *x, int n) {
  double max = x[0], sum = 0;
  for (int i = 1; i < n; i++) if (x[i] > max) max = x[i];
  for (int i = 0; i < n; i++) sum += exp(x[i] - max);
  return max + log(sum);
}

double log_likelihood(const mixture *m, const double *data, int n) {
  const double log_two_pi = 1.8378770664093453;
  double total = 0;
  for (int i = 0; i < n; i++) {
    double term[K];
    for (int k = 0; k < K; k++) {
      term[k] = m->weight[k];
      for (int j = 0; j < D; j++) {
        double z = (data[i * D + j] - m->mean[k][j]) * exp(-m->log_deviation[k][j]);
        term[k] -= 0.5 * (z * z + log_two_pi) + m->log_deviation[k][j];
      }
    }
    total += logsumexp(term, K);
  }
  return total - n * logsumexp(m->weight, K);
}

int enzyme_dup, enzyme_const;
void __enzyme_autodiff(void *, ...);

int main(void) {
  // Points around three centres, scattered by a small random generator that is the same everywhere.
  static double data[N * D];
  unsigned state = 1;
  for (int i = 0; i < N * D; i++) {
    state = state * 1664525u + 1013904223u;
    data[i] = (i / D % K) * (i % D ? 1.5 : -2.0) + (state >> 16) / 65536.0;
  }
  mixture m = {{0, 0, 0}, {{0.1, 0.2}, {-1.4, 1.8}, {-3, 4}}, {{0}}};

  // Climb: every step follows the gradient, which is a mixture itself.
  for (int step = 0; step <= 30; step++) {
    mixture d = {0};
    __enzyme_autodiff((void *)log_likelihood, enzyme_dup, &m, &d, enzyme_const, data, enzyme_const, N);
    if (step % 10 == 0) printf("step %2d  log likelihood %.8g  slope %.8g\n", step, log_likelihood(&m, data, N), d.mean[0][0]);
    for (int k = 0; k < K; k++) {
      m.weight[k] += 1e-3 * d.weight[k];
      for (int j = 0; j < D; j++) {
        m.mean[k][j] += 1e-3 * d.mean[k][j];
        m.log_deviation[k][j] += 1e-3 * d.log_deviation[k][j];
      }
    }
  }
  for (int k = 0; k < K; k++) printf("mean %d  %.6f %.6f\n", k, m.mean[k][0], m.mean[k][1]);
}
