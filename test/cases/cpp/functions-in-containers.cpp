// Callables that vectors and maps move: without captures, with an index, with a number that has a derivative.
#include <functional>
#include <map>
#include <vector>
using Step = std::function<double(double)>;
double stepped(const double *x, int n) {
  std::vector<Step> steps;
  steps.push_back([](double a) { return a * a; });
  const double rate = x[1];
  for (int i = 0; i < n; i++) steps.push_back([rate](double a) { return rate * a + 0.1; });
  std::map<int, Step> named;
  named[3] = [](double a) { return a * a * a; };
  named[7] = steps[1];
  Step last;
  last = steps.back();
  double s = x[0];
  for (Step &step : steps) s = step(s);
  return named[3](s) + named[7](x[2]) * last(s);
}
// function: stepped
// at: x = [0.5, 1.1, 0.7], n = 3
// gradient: finite-differences
// feature: virtual-methods
