#include "shared.h"
int main() {
  tracked t("main");
  int a = first({1, 2, 3, 4}), b = second(t);
  std::printf("%d %d %d %zu %d\n", a, b, first({}), registry<int>::all().size(), counter);
  return folded(std::vector<double>{1.5, 2.5}) == 4 && global_tracked.value() == 6 ? 0 : 1;
}
