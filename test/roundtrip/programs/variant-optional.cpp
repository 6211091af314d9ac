#include <cstdio>
#include <optional>
#include <string>
#include <variant>
#include <vector>
template <class... F> struct overloaded : F... {
  using F::operator()...;
};
template <class... F> overloaded(F...) -> overloaded<F...>;
struct node;
using value = std::variant<std::monostate, long, double, std::string, std::vector<node>>;
struct node {
  value v;
};
static std::string show(const node &n) {
  return std::visit(overloaded{[](std::monostate) { return std::string("null"); },
                               [](long l) { return std::to_string(l); }, [](double d) { return std::to_string(d); },
                               [](const std::string &s) { return '"' + s + '"'; },
                               [](const std::vector<node> &l) {
                                 std::string r = "[";
                                 for (auto &x : l) r += show(x) + ",";
                                 return r + "]";
                               }},
                    n.v);
}
static std::optional<int> parse(const std::string &s) {
  if (s.empty() || s[0] < '0' || s[0] > '9') return std::nullopt;
  return std::stoi(s);
}
int main() {
  node n{std::vector<node>{{1L}, {2.5}, {std::string("text")}, {std::vector<node>{{}, {7L}}}}};
  std::puts(show(n).c_str());
  std::printf("%d %d %zu\n", parse("42").value_or(-1), parse("x").value_or(-1), n.v.index());
  try {
    std::get<long>(n.v);
  } catch (const std::bad_variant_access &e) {
    std::puts("bad access");
  }
}
