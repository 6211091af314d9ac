// What the standard library throws: at(), stoi, bad_alloc, optional, variant.
#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

__attribute__((noinline)) static int ask(int what, std::vector<int> &v) {
  switch (what) {
    case 0: return v.at(10);
    case 1: return std::stoi("none");
    case 2: return static_cast<int>(std::vector<int>(v.size() << 60).size());
    case 3: return std::optional<int>().value();
    case 4: return std::get<1>(std::variant<int, double>(3)) > 0;
    case 6: throw std::bad_alloc();
    default: return v.at(1);
  }
}
double library(double x, double y, int n) {
  std::vector<int> v{1, 2, 3};
  double s = x;
  for (int i = 0; i < n; i++) {
    try {
      s = s * y + ask(i, v);
    } catch (const std::bad_alloc &) {
      s += x * x;
    } catch (const std::logic_error &) {
      s *= std::sin(x + i);
    } catch (const std::exception &) {
      s += std::log(s * s + 1);
    }
  }
  return s;
}
// function: library
// at: x = 0.6, y = 1.2, n = 8
// gradient: finite-differences
// feature: exceptions
