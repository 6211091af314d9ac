// Numbers of 16 bits in containers, on the heap, behind templates.
#include <cstdio>
#include <memory>
#include <numeric>
#include <vector>
using number = _Float16;
template <class Result> Result __enzyme_autodiff(void *, ...);
template <class Result> Result __enzyme_fwddiff(void *, ...);
struct layer { std::vector<number> weights; number bias; };
template <class T> static T rectified(T x) { return x > T(0) ? x : T(0); }
double apply(const number *x, const layer *l) {
  number sum = l->bias;
  for (size_t i = 0; i < l->weights.size(); i++) sum += l->weights[i] * x[i];
  std::vector<number> h(3, sum);
  h[1] = rectified(number(-sum));
  h.push_back(sum * sum);
  return std::accumulate(h.begin(), h.end(), number(0));
}
double on_heap(const number *x, int n) {
  std::unique_ptr<number[]> products(new number[n]);
  for (int i = 0; i < n; i++) products[i] = x[i] * x[(i + 1) % n];
  float s = std::accumulate(&products[0], &products[n], 0.0f);
  return s * s;
}
int main() {
  number x[3] = {1, 2, -1}, dx[3] = {}, tx[3] = {};
  layer l{{2, 1, 1}, 0.5}, dl{{0, 0, 0}, 0}, tl{{0, 1, 0}, 0};
  __enzyme_autodiff<void>((void *)apply, x, dx, &l, &dl);
  std::printf("%g %g %g\n", double(dx[0]), double(dx[1]), double(dx[2]));
  std::printf("%g %g %g %g\n", double(dl.weights[0]), double(dl.weights[1]), double(dl.weights[2]), double(dl.bias));
  std::printf("%g\n", __enzyme_fwddiff<double>((void *)apply, x, tx, &l, &tl));
  number y[3] = {1, 2, -2}, dy[3] = {}, ty[3] = {0, 1, 0};
  __enzyme_autodiff<void>((void *)on_heap, y, dy, 3);
  std::printf("%g %g %g\n", double(dy[0]), double(dy[1]), double(dy[2]));
  std::printf("%g\n", __enzyme_fwddiff<double>((void *)on_heap, y, ty, 3));
}
// prints: 18 9 9
// prints: 9 18 -9 9
// prints: 18
// prints: 0 8 -24
// prints: 8
// feature: half containers
// since: 16
