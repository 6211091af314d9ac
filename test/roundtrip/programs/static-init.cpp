#include <cstdio>
#include <map>
#include <string>
struct tracer {
  std::string n;
  explicit tracer(const char *s) : n(s) { std::printf("init %s\n", s); }
  ~tracer() { std::printf("exit %s\n", n.c_str()); }
};
static tracer one("one");
namespace {
tracer two("two");
}
inline tracer three("three");
thread_local tracer local("local");
struct holder {
  static tracer member;
  static inline int count = 5;
};
tracer holder::member("member");
static std::map<std::string, int> table{{"a", 1}, {"b", 2}};
static tracer &lazy() {
  static tracer t("lazy");
  return t;
}
constexpr int squares[] = {0, 1, 4, 9};
static int dynamic = table["b"] + squares[3];
template <class T> struct per {
  static T value;
};
template <class T> T per<T>::value = T(dynamic);
int main() {
  std::printf("main %d %s %g\n", dynamic, lazy().n.c_str(), per<double>::value);
  lazy();
  local.n += "!";
  return holder::count;
}
