// <random>: what is drawn depends on no input; the scale and the shift do.
#include <cmath>
#include <random>
#include <vector>
double sampled(double mean, double deviation, int n) {
  std::mt19937 engine(42);
  std::normal_distribution<double> normal(0, 1);
  std::uniform_real_distribution<double> uniform(-1, 1);
  std::uniform_int_distribution<int> dice(1, 6);
  double s = 0;
  for (int i = 0; i < n; i++) {
    double z = mean + deviation * normal(engine);
    s += std::cos(z) * uniform(engine) + z * dice(engine);
  }
  std::normal_distribution<double> shaped(mean, deviation);
  std::exponential_distribution<double> waiting(deviation);
  return s / n + shaped(engine) + waiting(engine) * mean;
}
// function: sampled
// at: mean = 0.4, deviation = 1.1, n = 20
// gradient: finite-differences
// feature: containers
