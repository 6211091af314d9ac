// Try blocks in handlers and in try blocks; the inner handler takes some types, the outer the rest.
#include <cmath>
#include <stdexcept>
__attribute__((noinline)) static void check(double x, int kind) {
  if (x < 1) return;
  if (kind == 0) throw 1;
  if (kind == 1) throw std::domain_error("one");
  if (kind == 2) throw std::bad_alloc();
  throw 'c';
}
double nested(double a, double b, int kinds) {
  double r = a * b;
  for (int kind = 0; kind < kinds; kind++) {
    try {
      try {
        r += std::exp(a * 0.1 * kind);
        check(r, kind);
        r *= a;
      } catch (int i) {
        r = r * b + i;
        try {
          check(r + 1, kind + 1);
        } catch (const std::logic_error &) {
          r += a * a;
          throw;
        }
      } catch (const std::bad_alloc &) {
        r -= b * b * r;
      }
      r += b;
    } catch (const std::exception &) {
      r = std::sin(r) * a;
    } catch (...) {
      r = std::cos(r) + b;
    }
  }
  return r;
}
// function: nested
// at: a = 0.8, b = 1.4, kinds = 5
// gradient: finite-differences
// feature: exceptions
