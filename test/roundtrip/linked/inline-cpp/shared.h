#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
inline int counter = 100;
struct tracked {
  std::string name;
  explicit tracked(std::string n) : name(std::move(n)) { counter++; }
  tracked(const tracked &o) : name(o.name + "'") { counter += 10; }
  virtual ~tracked() { counter--; }
  virtual int value() const { return (int)name.size(); }
};
template <class T> struct registry {
  static std::map<std::string, T> &all() {
    static std::map<std::string, T> m;
    return m;
  }
};
inline tracked global_tracked("inline");
template <class T> T folded(const std::vector<T> &v) {
  T t{};
  for (auto &x : v) t += x;
  return t;
}
inline auto add = [](int a, int b) { return a + b; };
int first(std::vector<int>), second(const tracked &);
