#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>
static std::function<int(int)> compose(std::function<int(int)> f, std::function<int(int)> g) {
  return [f = std::move(f), g = std::move(g)](int x) { return f(g(x)); };
}
struct counter {
  int n = 0;
  auto next() {
    return [this] { return ++n; };
  }
};
int main() {
  int base = 10;
  auto add = [base](int x) { return base + x; };
  auto mul = [&base](int x) { return base * x; };
  base = 3;
  std::printf("%d %d %d\n", add(1), mul(5), compose(add, mul)(2));
  auto generic = [](auto a, auto b) { return a + b; };
  std::printf("%s %g\n", generic(std::string("a"), "b").c_str(), generic(1, 2.5));
  auto owned = [p = std::make_unique<int>(9)]() mutable { return (*p)++; };
  owned();
  std::printf("%d\n", owned());
  counter c;
  auto n = c.next();
  n();
  n();
  std::vector<std::function<long(long)>> fs;
  for (int i = 0; i < 4; i++) fs.push_back([i](long x) { return x * i + 1; });
  long x = 1;
  for (auto &f : fs) x = f(x);
  int (*plain)(int) = [](int y) { return -y; };
  std::function<int(int)> fact = [&](int k) { return k < 2 ? 1 : k * fact(k - 1); };
  std::printf("%d %ld %d %d\n", c.n, x, plain(4), fact(6));
}
