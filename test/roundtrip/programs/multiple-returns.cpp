#include <cstdio>
#include <string>
#include <tuple>
#include <utility>
struct heavy {
  std::string s;
  int n;
  heavy(std::string t, int k) : s(std::move(t)), n(k) {}
  heavy(const heavy &o) : s(o.s + "c"), n(o.n) {}
  heavy(heavy &&o) noexcept : s(std::move(o.s) + "m"), n(o.n) {}
  heavy &operator=(heavy o) {
    std::swap(s, o.s);
    n = o.n;
    return *this;
  }
};
static heavy make(bool b) {
  heavy x("x", 1), y("y", 2);
  if (b) return x;
  return y;
}
static heavy pass(heavy h) {
  h.n++;
  return h;
}
static std::pair<double, int> two(int k) { return {k * 0.5, k}; }
static std::tuple<char, long, float> three() { return {'t', 1L << 33, 0.5f}; }
int main() {
  heavy a = make(true), b = pass(a), c = pass(make(false));
  a = std::move(c);
  auto [d, i] = two(7);
  auto [ch, l, f] = three();
  std::printf("%s %s %d %g %d %c %ld %g\n", a.s.c_str(), b.s.c_str(), b.n, d, i, ch, l, f);
}
