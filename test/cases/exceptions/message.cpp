// An error whose text is made of active numbers, which nobody reads as numbers.
#include <cmath>
#include <stdexcept>
#include <string>
__attribute__((noinline)) static double guarded(double x) {
  if (x > 1) throw std::invalid_argument("x = " + std::to_string(x));
  return std::tan(x);
}
struct bad_value : std::exception {
  std::string text;
  int where;
  bad_value(double x, int w) : text(std::to_string(x) + "!"), where(w) {}
  const char *what() const noexcept override { return text.c_str(); }
};
double message(double x, double y) {
  double s = 0;
  for (int i = 0; i < 3; i++) {
    try {
      s += guarded(x * i) * y;
      if (i == 1) throw bad_value(s, i);
    } catch (const std::invalid_argument &e) {
      s += std::string(e.what()).size() * y * y;
    } catch (const bad_value &e) {
      s *= y + e.where;
    }
  }
  return s;
}
// function: message
// at: x = 0.7, y = 1.6
// gradient: finite-differences
// feature: exceptions
