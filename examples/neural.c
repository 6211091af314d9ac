// A small neural network learns to tell the inside of a circle from the outside, trained with reverse mode.
#include <math.h>
#include <stdio.h>

enum { INPUTS = 2, HIDDEN = 8, SAMPLES = 64, STEPS = 200 };

typedef struct {
  double hidden_weight[HIDDEN][INPUTS], hidden_bias[HIDDEN];
  double output_weight[HIDDEN], output_bias;
} network;

static double predict(const network *net, const double *input) {
  double output = net->output_bias;
  for (int h = 0; h < HIDDEN; h++) {
    double sum = net->hidden_bias[h];
    for (int i = 0; i < INPUTS; i++) sum += net->hidden_weight[h][i] * input[i];
    output += net->output_weight[h] * tanh(sum);
  }
  return 1 / (1 + exp(-output));
}

double loss(const network *net, const double (*inputs)[INPUTS], const double *labels) {
  double total = 0;
  for (int s = 0; s < SAMPLES; s++) {
    double error = predict(net, inputs[s]) - labels[s];
    total += error * error;
  }
  return total / SAMPLES;
}

int enzyme_dup, enzyme_const;
void __enzyme_autodiff(void *, ...);

int main(void) {
  static double inputs[SAMPLES][INPUTS], labels[SAMPLES];
  for (int s = 0; s < SAMPLES; s++) {  // an 8 x 8 grid over [-1, 1] x [-1, 1]
    inputs[s][0] = (s % 8 - 3.5) / 3.5;
    inputs[s][1] = (s / 8 - 3.5) / 3.5;
    labels[s] = inputs[s][0] * inputs[s][0] + inputs[s][1] * inputs[s][1] < 0.6;
  }

  // A network is nothing but doubles: start with different ones, so that the hidden units learn different things.
  network net;
  double *weights = (double *)&net;
  enum { COUNT = sizeof(network) / sizeof(double) };
  for (int i = 0; i < COUNT; i++) weights[i] = sin(7.0 * i + 1);

  for (int step = 0; step <= STEPS; step++) {
    network gradient = {0};
    __enzyme_autodiff((void *)loss, enzyme_dup, &net, &gradient, enzyme_const, inputs, enzyme_const, labels);
    if (step % 20 == 0) printf("step %3d  loss %.8f\n", step, loss(&net, inputs, labels));
    for (int i = 0; i < COUNT; i++) weights[i] -= 2.0 * ((double *)&gradient)[i];
  }

  int right = 0;
  for (int s = 0; s < SAMPLES; s++) right += (predict(&net, inputs[s]) > 0.5) == (labels[s] > 0.5);
  printf("%d of %d samples classified correctly\n", right, SAMPLES);
}
