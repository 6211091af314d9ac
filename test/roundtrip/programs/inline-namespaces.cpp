// flags: -fvisibility=hidden -fvisibility-inlines-hidden
#include <cstdio>
namespace lib {
inline namespace v2 {
struct thing {
  int n = 2;
  __attribute__((abi_tag("tag"))) int get() const { return n; }
};
} // namespace v2
namespace v1 {
struct thing {
  int n = 1;
};
} // namespace v1
template <class T> struct __attribute__((visibility("default"))) exported {
  static T counter;
  T bump() { return ++counter; }
};
template <class T> T exported<T>::counter = 0;
template struct exported<int>;
extern template struct exported<long>;
template <> struct exported<char> {
  int bump() { return 'c'; }
};
} // namespace lib
template struct lib::exported<long>;
static_assert(sizeof(lib::thing) == 4);
extern "C" {
__attribute__((visibility("protected"))) int c_linkage(void) { return 12; }
}
namespace {
struct hidden {
  ~hidden() { std::puts("gone"); }
};
} // namespace
inline int odr() {
  static int n;
  return ++n;
}
enum : unsigned long { huge = 1UL << 40 };
int main() {
  hidden h;
  lib::exported<int> e;
  e.bump();
  odr();
  std::printf("%d %d %d %d %d %d %lu\n", lib::thing{}.get(), lib::v1::thing{}.n, e.bump(), lib::exported<char>{}.bump(),
              c_linkage(), odr(), (unsigned long)huge);
}
