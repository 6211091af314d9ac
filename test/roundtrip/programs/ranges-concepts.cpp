// flags: -std=c++20
// clang: >=16
#include <algorithm>
#include <compare>
#include <concepts>
#include <cstdio>
#include <ranges>
#include <span>
#include <vector>
template <class T>
concept number = std::integral<T> || std::floating_point<T>;
template <number T> T twice(T t) { return t + t; }
struct version {
  int major, minor;
  auto operator<=>(const version &) const = default;
};
static int total(std::span<const int> s) {
  int t = 0;
  for (int x : s) t += x;
  return t;
}
consteval int square(int x) { return x * x; }
template <std::size_t N> struct fixed {
  char c[N];
  constexpr fixed(const char (&s)[N]) { std::copy_n(s, N, c); }
};
// clang names the type of a template's constant argument in debug information, but defines it only where code uses it.
fixed<6> used("world");
template <fixed F> int length() { return sizeof(F.c); }
int main() {
  std::vector<int> v;
  for (int i : std::views::iota(1, 20) | std::views::filter([](int x) { return x % 3 == 0; }) |
                   std::views::transform([](int x) { return x * x; }))
    v.push_back(i);
  std::ranges::sort(v, std::greater{});
  std::printf("%d %d %g %d\n", total(v), v[0], twice(1.25), square(9));
  std::printf("%d %d %d\n", version{1, 2} < version{1, 10}, version{2, 0} == version{2, 0}, length<"hello">());
}
