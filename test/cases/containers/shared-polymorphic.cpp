// Objects of polymorphic classes in shared pointers.
#include <cmath>
#include <memory>
#include <vector>

struct Term { virtual double of(double x) const = 0; virtual ~Term() = default; };
struct Power : Term {
  double exponent;
  explicit Power(double e) : exponent(e) {}
  double of(double x) const override { return std::pow(x, exponent); }
};
struct Wave : Term {
  double frequency, phase;
  Wave(double f, double p) : frequency(f), phase(p) {}
  double of(double x) const override { return std::sin(frequency * x + phase); }
};

double shared(const double *x) {
  std::vector<std::shared_ptr<Term>> terms;
  terms.push_back(std::make_shared<Power>(x[0]));
  terms.push_back(std::make_shared<Wave>(x[1], x[2]));
  std::shared_ptr<Term> again = terms[0];
  std::weak_ptr<Term> weak = terms[1];
  double sum = again->of(x[3]);
  for (const auto &term : terms) sum += term->of(x[3]);
  if (auto held = weak.lock()) sum *= held->of(x[0]);
  terms.clear();
  if (weak.expired()) sum += again->of(x[1]);
  return sum;
}

// function: shared
// at: x = [1.3, 0.7, 0.4, 1.9]
// gradient: finite-differences
// feature: containers
