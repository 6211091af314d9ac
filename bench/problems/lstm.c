// The loss of predicting each element of a sequence from those before with stacked LSTM cells, by their parameters and
// those of the layers around them, as in ADBench.
#include "bench.h"

static double sigmoid(double x) { return 1 / (1 + exp(-x)); }

/** One cell: weights and biases are of the four gates (forget, input, output, change), each of size n. */
static void cell(int n, const double *weight, const double *bias, double *hidden, double *memory, const double *input) {
  for (int i = 0; i < n; i++) {
    double forget = sigmoid(input[i] * weight[i] + bias[i]);
    double ingate = sigmoid(hidden[i] * weight[n + i] + bias[n + i]);
    double outgate = sigmoid(input[i] * weight[2 * n + i] + bias[2 * n + i]);
    double change = tanh(hidden[i] * weight[3 * n + i] + bias[3 * n + i]);
    memory[i] = memory[i] * forget + ingate * change;
    hidden[i] = outgate * tanh(memory[i]);
  }
}

/** `parameters`: per layer 4n weights and 4n biases; `extra`: n input weights, n output weights, n output biases. */
PRIMAL double lstm(int layers, int steps, int n, const double *parameters, const double *extra, const double *state0, const double *sequence) {
  double *state = malloc((size_t)(2 * layers * n) * sizeof *state);
  double *prediction = malloc((size_t)n * sizeof *prediction);
  for (int i = 0; i < 2 * layers * n; i++) state[i] = state0[i];
  double total = 0;
  int count = 0;
  for (int t = 0; t + 1 < steps; t++) {
    for (int i = 0; i < n; i++) prediction[i] = sequence[t * n + i] * extra[i];
    const double *input = prediction;
    for (int layer = 0; layer < layers; layer++) {
      double *hidden = state + 2 * layer * n, *memory = hidden + n;
      cell(n, parameters + 8 * layer * n, parameters + (8 * layer + 4) * n, hidden, memory, input);
      input = hidden;
    }
    for (int i = 0; i < n; i++) prediction[i] = input[i] * extra[n + i] + extra[2 * n + i];
    double sum = 0;
    for (int i = 0; i < n; i++) sum += exp(prediction[i]);
    double norm = log(sum + 2);
    for (int i = 0; i < n; i++) total += sequence[(t + 1) * n + i] * (prediction[i] - norm);
    count += n;
  }
  free(state);
  free(prediction);
  return -total / count;
}

enum { LAYERS = 2, STEPS = 200, N = 14, PARAMETERS = 8 * LAYERS * N, COUNT = PARAMETERS + 3 * N };
SHARED double *parameters, *state0, *sequence;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, COUNT * sizeof *gradient);
  __enzyme_autodiff((void *)lstm, enzyme_const, LAYERS, enzyme_const, STEPS, enzyme_const, N, enzyme_dup, parameters, gradient,
    enzyme_dup, parameters + PARAMETERS, gradient + PARAMETERS, enzyme_const, state0, enzyme_const, sequence);
}
#else
const char *const problem_name = "LSTM";
size_t set_up(void) {
  parameters = numbers(COUNT, 1, 0);
  state0 = numbers(2 * LAYERS * N, 1, 0);
  sequence = numbers(STEPS * N, 0.5, 0.5);
  return COUNT;
}
double run_primal(void) { return lstm(LAYERS, STEPS, N, parameters, parameters + PARAMETERS, state0, sequence); }

/** What the backward pass reads of one cell at one time. */
struct kept { double forget[N], ingate[N], outgate[N], change[N], old_memory[N], old_hidden[N], squashed[N], input[N]; };

void run_by_hand(double *restrict gradient) {
  const double *extra = parameters + PARAMETERS;
  double *restrict dextra = gradient + PARAMETERS;
  struct kept *kept = malloc(sizeof *kept * LAYERS * (STEPS - 1));
  double (*last)[N] = malloc(sizeof *last * (STEPS - 1)), (*pulls)[N] = malloc(sizeof *pulls * (STEPS - 1));
  double hidden[LAYERS][N], memory[LAYERS][N], input[N], dhidden[LAYERS][N] = {{0}}, dmemory[LAYERS][N] = {{0}}, dinput[N];
  const double scale = -1.0 / ((STEPS - 1) * N);
  memset(gradient, 0, COUNT * sizeof *gradient);
  for (int layer = 0; layer < LAYERS; layer++) for (int i = 0; i < N; i++) {
    hidden[layer][i] = state0[2 * layer * N + i];
    memory[layer][i] = state0[(2 * layer + 1) * N + i];
  }
  for (int t = 0; t + 1 < STEPS; t++) {
    for (int i = 0; i < N; i++) input[i] = sequence[t * N + i] * extra[i];
    for (int layer = 0; layer < LAYERS; layer++) {
      struct kept *restrict k = kept + t * LAYERS + layer;
      const double *w = parameters + 8 * layer * N, *b = w + 4 * N;
      for (int i = 0; i < N; i++) {
        k->input[i] = input[i];
        k->old_hidden[i] = hidden[layer][i];
        k->old_memory[i] = memory[layer][i];
        k->forget[i] = sigmoid(input[i] * w[i] + b[i]);
        k->ingate[i] = sigmoid(hidden[layer][i] * w[N + i] + b[N + i]);
        k->outgate[i] = sigmoid(input[i] * w[2 * N + i] + b[2 * N + i]);
        k->change[i] = tanh(hidden[layer][i] * w[3 * N + i] + b[3 * N + i]);
        memory[layer][i] = memory[layer][i] * k->forget[i] + k->ingate[i] * k->change[i];
        k->squashed[i] = tanh(memory[layer][i]);
        input[i] = hidden[layer][i] = k->outgate[i] * k->squashed[i];
      }
    }
    double sum = 0, weight = 0, exponentials[N];
    for (int i = 0; i < N; i++) {
      last[t][i] = input[i];
      sum += exponentials[i] = exp(input[i] * extra[N + i] + extra[2 * N + i]);
      weight += sequence[(t + 1) * N + i];
    }
    double share = weight / (sum + 2);
    for (int i = 0; i < N; i++) pulls[t][i] = scale * (sequence[(t + 1) * N + i] - share * exponentials[i]);
  }
  for (int t = STEPS - 2; t >= 0; t--) {
    for (int i = 0; i < N; i++) {
      dextra[2 * N + i] += pulls[t][i];
      dextra[N + i] += pulls[t][i] * last[t][i];
      dinput[i] = pulls[t][i] * extra[N + i];
    }
    for (int layer = LAYERS - 1; layer >= 0; layer--) {
      const struct kept *restrict k = kept + t * LAYERS + layer;
      const double *w = parameters + 8 * layer * N;
      double *restrict dw = gradient + 8 * layer * N, *restrict db = dw + 4 * N;
      for (int i = 0; i < N; i++) {
        double dh = dhidden[layer][i] + dinput[i];
        double dm = dmemory[layer][i] + dh * k->outgate[i] * (1 - k->squashed[i] * k->squashed[i]);
        double doutgate = dh * k->squashed[i] * k->outgate[i] * (1 - k->outgate[i]);
        double dforget = dm * k->old_memory[i] * k->forget[i] * (1 - k->forget[i]);
        double dingate = dm * k->change[i] * k->ingate[i] * (1 - k->ingate[i]);
        double dchange = dm * k->ingate[i] * (1 - k->change[i] * k->change[i]);
        dmemory[layer][i] = dm * k->forget[i];
        dw[i] += dforget * k->input[i];
        dw[N + i] += dingate * k->old_hidden[i];
        dw[2 * N + i] += doutgate * k->input[i];
        dw[3 * N + i] += dchange * k->old_hidden[i];
        db[i] += dforget;
        db[N + i] += dingate;
        db[2 * N + i] += doutgate;
        db[3 * N + i] += dchange;
        dhidden[layer][i] = dingate * w[N + i] + dchange * w[3 * N + i];
        dinput[i] = dforget * w[i] + doutgate * w[2 * N + i];
      }
    }
    for (int i = 0; i < N; i++) dextra[i] += dinput[i] * sequence[t * N + i];
  }
  free(kept);
  free(last);
  free(pulls);
}
#endif
