// A rule of a member-like function that may throw, called where destructors would run: the call is an invoke.
#include <cmath>
#include <stdexcept>
#include <vector>
static void scale(const std::vector<double> &in, double factor, double &out) {
  if (in.empty()) throw std::invalid_argument("empty");
  out = 0;
  for (double x : in) out += x * x * factor;
}
static void scale_augmented(const std::vector<double> &in, const std::vector<double> &din, double factor, double &out, double &dout) { scale(in, factor, out); }
static double scale_gradient(const std::vector<double> &in, std::vector<double> &din, double factor, double &out, double &dout) {
  double seed = dout, s = 0;
  dout = 0;
  for (unsigned i = 0; i < in.size(); i++) {
    din[i] += 2 * in[i] * factor * seed;
    s += in[i] * in[i];
  }
  return s * seed;
}
static void scale_tangent(const std::vector<double> &in, const std::vector<double> &din, double factor, double dfactor, double &out, double &dout) {
  scale(in, factor, out);
  dout = 0;
  for (unsigned i = 0; i < in.size(); i++) dout += 2 * in[i] * din[i] * factor + in[i] * in[i] * dfactor;
}
void *__enzyme_register_gradient_scale[] = {(void *)scale, (void *)scale_augmented, (void *)scale_gradient};
void *__enzyme_register_derivative_scale[] = {(void *)scale, (void *)scale_tangent};
double f(const double *x, double k) {
  std::vector<double> v(x, x + 3);
  double first, second;
  scale(v, k * k, first);
  std::vector<double> w{first, v[1]};
  scale(w, std::sin(k), second);
  return second + first;
}
// function: f
// at: x = [0.3, -1.2, 0.8], k = 1.5
// gradient: finite-differences
// feature: custom-rules
