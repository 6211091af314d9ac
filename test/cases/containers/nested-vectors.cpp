// Vectors of vectors, of structs with vectors, moved, swapped, resized, and growing while iterating by index.
#include <cmath>
#include <numeric>
#include <vector>
struct layer {
  std::vector<std::vector<double>> weights;
  std::vector<double> bias;
  std::vector<double> operator()(const std::vector<double> &in) const {
    std::vector<double> out = bias;
    for (size_t i = 0; i < out.size(); i++) out[i] = std::tanh(out[i] + std::inner_product(in.begin(), in.end(), weights[i].begin(), 0.0));
    return out;
  }
};
double network(const double *x, int n, double y) {
  std::vector<layer> layers;
  for (int depth = 0; depth < 3; depth++) {
    layer l;
    l.bias.assign(n, y * depth);
    l.weights.resize(n);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) l.weights[i].push_back(x[(i * j + depth) % n] * 0.3);
    layers.push_back(std::move(l));
  }
  std::swap(layers[0], layers[2]);
  std::vector<double> v(x, x + n);
  for (const layer &l : layers) v = l(v);
  for (size_t i = 0; i < v.size() && v.size() < 12; i++) if (v[i] > 0.1) v.push_back(v[i] * y);
  return std::accumulate(v.begin(), v.end(), 0.0);
}
// function: network
// at: x = [0.3, 0.9, -0.4, 1.2], n = 4, y = 0.3
// gradient: finite-differences
// feature: containers
