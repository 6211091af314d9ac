#include "shared.h"
namespace {
struct local : tracked {
  double d = 2.5;
  local() : tracked("second") {}
  int value() const override { return (int)(d * 2); }
};
} // namespace
static int helper() {
  registry<int>::all()["second"] = 2;
  return folded(std::vector<int>{1, 2, 3});
}
int second(const tracked &t) {
  local l;
  tracked copy = t;
  if (dynamic_cast<const local *>(&t)) return -1;
  return l.value() + helper() + copy.value();
}
