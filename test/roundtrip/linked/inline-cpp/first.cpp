#include "shared.h"
namespace {
struct local : tracked {
  local() : tracked("first") {}
  int value() const override { return 1000; }
};
} // namespace
static int helper() {
  registry<int>::all()["first"] = 1;
  return 5;
}
int first(std::vector<int> v) {
  local l;
  try {
    if (v.size() > 3) throw std::runtime_error("many");
  } catch (const std::exception &e) {
    std::printf("%s ", e.what());
    return add(folded(v), helper());
  }
  return l.value();
}
