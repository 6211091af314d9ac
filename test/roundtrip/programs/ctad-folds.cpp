// clang: >=14
#include <array>
#include <cstdio>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>
template <auto... V> struct values {
  static constexpr auto sum = (V + ...);
  static constexpr std::array<int, sizeof...(V)> list{static_cast<int>(V)...};
};
template <class T> struct wrap {
  T t;
  wrap(T t) : t(t) {}
  template <class U> auto map(U u) const { return wrap<decltype(u(t))>(u(t)); }
};
template <class... B> struct mixin : B... {
  mixin(B... b) : B(b)... {}
  int total() { return (B::value() + ...); }
};
struct x1 {
  int k;
  int value() { return k; }
};
struct x2 {
  int k;
  int value() { return k * 10; }
};
constexpr auto build() {
  std::array<unsigned, 256> t{};
  for (unsigned i = 0; i < 256; i++) {
    unsigned c = i;
    for (int j = 0; j < 8; j++) c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
    t[i] = c;
  }
  return t;
}
constexpr auto crc_table = build();
static unsigned crc(const char *s) {
  unsigned c = ~0u;
  while (*s) c = crc_table[(c ^ (unsigned char)*s++) & 255] ^ (c >> 8);
  return ~c;
}
int main() {
  std::printf("%d %d %x\n", values<1, 2, 'c'>::sum, values<4, 5>::list[1], crc("123456789"));
  std::vector v{1.5, 2.5};
  std::array a{3, 2, 1};
  std::tuple t{1, 'x', 2.5};
  wrap w = wrap(3).map([](int i) { return i * 1.5; });
  mixin m(x1{2}, x2{3});
  std::map<int, const char *> names{{1, "one"}, {2, "two"}};
  if (auto it = names.find(2); it != names.end()) std::printf("%s ", it->second);
  std::printf("%g %d %zu %g %d\n", v[1], a[2], std::tuple_size_v<decltype(t)>, w.t, m.total());
}
