// Values of any type in a vector that grows: the manager of each is asked to move it, and to destroy it with a null pointer for the rest.
#include <any>
#include <vector>
double of_any(const double *x, int n) {
  std::vector<std::any> values;
  for (int i = 0; i < n; i++) values.emplace_back(x[i] * x[i]);
  double s = 0;
  for (int i = 0; i < n; i++) s += std::any_cast<double>(values[i]) * x[(i + 1) % n];
  return s;
}
// function: of_any
// at: x = [0.5, -1.1, 0.7], n = 3
// gradient: finite-differences
// feature: containers
