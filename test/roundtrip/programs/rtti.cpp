#include <any>
#include <cstdio>
#include <cstring>
#include <functional>
#include <typeindex>
#include <typeinfo>
#include <unordered_map>
namespace {
struct shape {
  virtual ~shape() = default;
};
struct circle : shape {
  double r = 1;
};
struct square final : shape {
  double s = 2;
};
template <class T> struct box : shape {
  T t{};
};
} // namespace
static double area(const shape &s) {
  if (auto *c = dynamic_cast<const circle *>(&s)) return 3 * c->r * c->r;
  try {
    return dynamic_cast<const square &>(s).s * 2;
  } catch (const std::bad_cast &) {
    return -1;
  }
}
int main() {
  circle c;
  square q;
  box<int> b;
  std::printf("%g %g %g %d\n", area(c), area(q), area(b), typeid(c) == typeid(circle));
  std::unordered_map<std::type_index, const char *> names{{typeid(circle), "circle"}, {typeid(square), "square"}};
  const shape &s = q;
  std::printf("%s %d\n", names[typeid(s)], std::strstr(typeid(b).name(), "box") != nullptr);
  std::any a = 5;
  a = std::function<int(int)>([](int x) { return x * 2; });
  std::printf("%d %d\n", a.type() == typeid(int), std::any_cast<std::function<int(int)> &>(a)(21));
  try {
    std::any_cast<double>(a);
  } catch (const std::bad_any_cast &e) {
    std::puts("bad any");
  }
}
