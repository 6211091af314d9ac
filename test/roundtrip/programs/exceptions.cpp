#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
struct noisy {
  const char *n;
  explicit noisy(const char *n) : n(n) { std::printf("+%s ", n); }
  ~noisy() { std::printf("-%s ", n); }
};
struct custom : std::runtime_error {
  int code;
  explicit custom(int c) : std::runtime_error("custom " + std::to_string(c)), code(c) {}
};
__attribute__((noinline)) static int thrower(int k) {
  noisy guard("guard");
  switch (k) {
  case 0:
    throw 7;
  case 1:
    throw custom(k * 10);
  case 2:
    throw std::out_of_range("range");
  case 3:
    throw std::make_unique<int>(3);
  case 4:
    throw "text";
  }
  return k;
}
static int catcher(int k) try {
  noisy a("a");
  noisy b("b");
  return thrower(k);
} catch (int i) {
  return i * 100;
} catch (const custom &c) {
  std::printf("%s ", c.what());
  return c.code;
} catch (const std::exception &e) {
  std::printf("std %s ", e.what());
  return -1;
} catch (std::unique_ptr<int> &p) {
  return *p;
}
static void rethrow() {
  try {
    thrower(1);
  } catch (...) {
    noisy n("rethrowing");
    throw;
  }
}
static int quiet() noexcept {
  try {
    rethrow();
  } catch (std::exception &e) {
    return (int)e.what()[0];
  }
  return 0;
}
static void spec(int k) {
  struct finally {
    ~finally() {
      try {
        throw 1.5;
      } catch (double d) {
        std::printf("inner %g ", d);
      }
    }
  } f;
  if (k) throw k;
}
int main() {
  for (int k = 0; k < 6; k++) {
    try {
      std::printf("-> %d\n", catcher(k));
    } catch (const char *s) {
      std::printf("outer %s\n", s);
    }
  }
  std::printf("%d\n", quiet());
  try {
    spec(5);
  } catch (int i) {
    std::printf("%d\n", i);
  }
}
