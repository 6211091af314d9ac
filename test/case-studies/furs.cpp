// How well a predator-prey model explains counts, under a heavy-tailed likelihood: Boost.Odeint integrates, Boost.Math has the distribution.
#include <boost/math/distributions/students_t.hpp>
#include <boost/numeric/odeint.hpp>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

extern int enzyme_dup;
void __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);

using state = std::array<double, 2>;
enum { INPUTS = 8 }; // four rates, both counts at the start, the spread and the degrees of freedom

// Thousands of furs of hares and lynxes that were traded in Canada, 1900 to 1910 (records of the Hudson's Bay Company).
static const double hares[] = {30, 47.2, 70.2, 77.4, 36.3, 20.6, 18.1, 21.4, 22, 25.4, 27.1};
static const double lynxes[] = {4, 6.1, 9.8, 35.2, 59.4, 41.7, 19, 13, 8.3, 9.1, 7.4};

double surprise(const double *p) {
  namespace odeint = boost::numeric::odeint;
  auto model = [p](const state &x, state &rate, double) {
    rate[0] = p[0] * x[0] - p[1] * x[0] * x[1];
    rate[1] = p[2] * x[0] * x[1] - p[3] * x[1];
  };
  auto stepper = odeint::make_controlled(1e-10, 1e-10, odeint::runge_kutta_dopri5<state>());
  boost::math::students_t_distribution<> noise(p[7]);
  state x{p[4], p[5]};
  double total = 0;
  for (int year = 0; year < 11; year++) {
    if (year > 0) odeint::integrate_adaptive(stepper, model, x, year - 1.0, (double)year, 0.01);
    total -= std::log(boost::math::pdf(noise, std::log(hares[year] / x[0]) / p[6]) / p[6]);
    total -= std::log(boost::math::pdf(noise, std::log(lynxes[year] / x[1]) / p[6]) / p[6]);
  }
  return total;
}

static double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

int main() {
  double p[INPUTS] = {0.545, 0.028, 0.024, 0.803, 33.9, 5.9, 0.25, 5}, gradient[INPUTS] = {};
  surprise(p);
  double t0 = seconds(), value = surprise(p), t1 = seconds();
  __enzyme_autodiff((void *)surprise, enzyme_dup, p, gradient);
  double t2 = seconds();
  std::printf("surprise %.12g; gradient in %.1f times the time of the primal\n", value, (t2 - t1) / (t1 - t0));
  bool wrong = false;
  for (int i = 0; i < INPUTS; i++) {
    double direction[INPUTS] = {}, up[INPUTS], down[INPUTS], h = 1e-5 * std::fabs(p[i]);
    direction[i] = 1;
    double tangent = __enzyme_fwddiff((void *)surprise, enzyme_dup, p, direction);
    for (int j = 0; j < INPUTS; j++) up[j] = down[j] = p[j];
    up[i] += h, down[i] -= h;
    double difference = (surprise(up) - surprise(down)) / (2 * h);
    std::printf("  %d: reverse %.9g, forward %.9g, differences %.9g\n", i, gradient[i], tangent, difference);
    wrong |= !(std::fabs(gradient[i] - tangent) <= 1e-9 * std::fabs(tangent) && std::fabs(gradient[i] - difference) <= 1e-4 * (1 + std::fabs(difference)));
  }
  std::puts(wrong ? "WRONG" : "ok");
  return wrong;
}
