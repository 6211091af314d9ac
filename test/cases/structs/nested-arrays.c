// Arrays of structs of arrays, walked by reference.
struct layer { double weight[2][2], bias[2]; };
struct network { struct layer layers[2]; int depth; };
static void forward(const struct network *net, const double *input, double *output) {
  double now[2] = {input[0], input[1]}, next[2];
  for (int l = 0; l < net->depth; l++) {
    for (int i = 0; i < 2; i++) {
      next[i] = net->layers[l].bias[i];
      for (int j = 0; j < 2; j++) next[i] += net->layers[l].weight[i][j] * now[j];
    }
    for (int i = 0; i < 2; i++) now[i] = tanh(next[i]);
  }
  output[0] = now[0], output[1] = now[1];
}
double loss(const double *p, const double *x) {
  struct network net = {.depth = 2};
  for (int l = 0; l < 2; l++)
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) net.layers[l].weight[i][j] = p[6 * l + 2 * i + j];
      net.layers[l].bias[i] = p[6 * l + 4 + i];
    }
  double y[2];
  forward(&net, x, y);
  return (y[0] - 0.3) * (y[0] - 0.3) + y[1] * y[1];
}
// function: loss
// at: p = [0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 0.7, 0.8, -0.9, 0.15, 0.25, 0.35], x = [0.6, -0.4]
// gradient: finite-differences
// feature: struct-by-value, alloca
