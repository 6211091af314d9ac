// The loss of a stack of dense layers with tanh between them and softmax at the end, over a batch, by weights and biases.
#include "bench.h"

enum { LAYERS = 4, BATCH = 32 };
static const int sizes[LAYERS + 1] = {64, 128, 128, 64, 10};
enum { WIDEST = 128, COUNT = 128 * 65 + 128 * 129 + 64 * 129 + 10 * 65 };

PRIMAL double network(const double *parameters, const double *inputs, const int *labels, int batch) {
  double loss = 0;
  double *from = malloc(WIDEST * sizeof *from), *to = malloc(WIDEST * sizeof *to);
  for (int b = 0; b < batch; b++) {
    for (int i = 0; i < sizes[0]; i++) from[i] = inputs[b * sizes[0] + i];
    const double *weights = parameters;
    for (int layer = 0; layer < LAYERS; layer++) {
      int in = sizes[layer], out = sizes[layer + 1];
      const double *bias = weights + in * out;
      for (int i = 0; i < out; i++) {
        double sum = bias[i];
        for (int j = 0; j < in; j++) sum += weights[i * in + j] * from[j];
        to[i] = layer + 1 < LAYERS ? tanh(sum) : sum;
      }
      weights = bias + out;
      double *other = from;
      from = to;
      to = other;
    }
    double largest = from[0], sum = 0;
    for (int i = 1; i < sizes[LAYERS]; i++) if (from[i] > largest) largest = from[i];
    for (int i = 0; i < sizes[LAYERS]; i++) sum += exp(from[i] - largest);
    loss += log(sum) + largest - from[labels[b]];
  }
  free(from);
  free(to);
  return loss / batch;
}

SHARED double *parameters, *inputs;
SHARED int *labels;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COUNT * sizeof *gradient);
  __enzyme_autodiff((void *)network, enzyme_dup, parameters, gradient, enzyme_const, inputs, enzyme_const, labels, enzyme_const, BATCH);
}
#else
const char *const problem_name = "neural network";
size_t set_up(void) {
  parameters = numbers(COUNT, 0.1, 0);
  inputs = numbers((size_t)(BATCH * sizes[0]), 1, 0);
  labels = malloc(BATCH * sizeof *labels);
  for (int i = 0; i < BATCH; i++) labels[i] = i % sizes[LAYERS];
  return COUNT;
}
double run_primal(void) { return network(parameters, inputs, labels, BATCH); }

/** Per sample: the activations are kept, then the error goes back through the layers row by row. */
void run_by_hand(double *restrict gradient) {
  static double kept[LAYERS + 1][WIDEST];
  double error[WIDEST], back[WIDEST];
  memset(gradient, 0, COUNT * sizeof *gradient);
  for (int b = 0; b < BATCH; b++) {
    for (int i = 0; i < sizes[0]; i++) kept[0][i] = inputs[b * sizes[0] + i];
    int at = 0;
    for (int layer = 0; layer < LAYERS; layer++) {
      int in = sizes[layer], out = sizes[layer + 1];
      const double *weights = parameters + at, *bias = weights + in * out;
      for (int i = 0; i < out; i++) {
        double sum = bias[i];
        for (int j = 0; j < in; j++) sum += weights[i * in + j] * kept[layer][j];
        kept[layer + 1][i] = layer + 1 < LAYERS ? tanh(sum) : sum;
      }
      at += (in + 1) * out;
    }
    double largest = kept[LAYERS][0], sum = 0;
    for (int i = 1; i < sizes[LAYERS]; i++) if (kept[LAYERS][i] > largest) largest = kept[LAYERS][i];
    for (int i = 0; i < sizes[LAYERS]; i++) sum += error[i] = exp(kept[LAYERS][i] - largest);
    for (int i = 0; i < sizes[LAYERS]; i++) error[i] /= sum * BATCH;
    error[labels[b]] -= 1.0 / BATCH;
    for (int layer = LAYERS - 1; layer >= 0; layer--) {
      int in = sizes[layer], out = sizes[layer + 1];
      at -= (in + 1) * out;
      const double *weights = parameters + at;
      double *restrict dweights = gradient + at;
      for (int j = 0; j < in; j++) back[j] = 0;
      for (int i = 0; i < out; i++) {
        dweights[in * out + i] += error[i];
        for (int j = 0; j < in; j++) {
          dweights[i * in + j] += error[i] * kept[layer][j];
          back[j] += error[i] * weights[i * in + j];
        }
      }
      for (int j = 0; j < in; j++) error[j] = back[j] * (1 - kept[layer][j] * kept[layer][j]);
    }
  }
}
#endif
