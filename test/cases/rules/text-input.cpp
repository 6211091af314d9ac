// The same of C++ streams and strings.
#include <sstream>
#include <string>
double streamed(const double *x, int n) {
  std::istringstream in("2.5 3 0.5");
  double a = 0, b = 0;
  int k = 0;
  in >> a >> k >> b;
  return a * x[0] * x[0] + k * b * x[1] + std::stod("0.25") * x[0] * x[1];
}
// function: streamed
// at: x = [0.5, -1.1], n = 2
// gradient: finite-differences
// feature: inactive
