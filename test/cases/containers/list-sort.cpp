// Sorting a list by merging lists in a local array: loops that run over the array as far as it is filled.
#include <list>
double sorted(const double *x, int n) {
  std::list<double> list(x, x + n);
  list.sort();
  double sum = 0, weight = 1;
  for (double each : list) sum += each * each * weight, weight += 0.5;
  return sum;
}
// function: sorted
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5
// gradient: finite-differences
// feature: containers
