// flags: -std=c++14
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <vector>
#include <string>
static void only_int(int k) throw(int, std::logic_error) {
  if (k == 1) throw 1;
  if (k == 2) throw std::logic_error("logic");
}
struct nested_error : std::runtime_error, std::nested_exception {
  nested_error() : std::runtime_error("outer") {}
};
static void unwrap(const std::exception &e, int d) {
  std::printf("%d:%s ", d, e.what());
  try {
    std::rethrow_if_nested(e);
  } catch (const std::exception &i) {
    unwrap(i, d + 1);
  }
}
struct member {
  member(int k) try : v(k, 'x') {
    if (k > 3) throw std::length_error("member");
  } catch (std::exception &e) {
    std::printf("[%s] ", e.what());
  }
  std::string v;
};
int main() {
  for (int k = 0; k < 3; k++) try {
      only_int(k);
      std::puts("fine");
    } catch (int i) {
      std::printf("int %d\n", i);
    } catch (std::logic_error &e) {
      std::puts(e.what());
    }
  try {
    try {
      throw std::runtime_error("inner");
    } catch (...) {
      std::throw_with_nested(std::runtime_error("middle"));
    }
  } catch (const std::exception &e) {
    unwrap(e, 0);
  }
  try {
    member m(5);
  } catch (const std::exception &e) {
    std::puts("again");
  }
  std::exception_ptr p;
  try {
    std::vector<int>(3).at(7);
  } catch (...) {
    p = std::current_exception();
  }
  try {
    std::rethrow_exception(p);
  } catch (const std::out_of_range &) {
    std::puts("range");
  }
  int live = 0;
  struct count {
    int &n;
    count(int &n, bool t) : n(n) {
      if (t) throw 2;
      n++;
    }
    ~count() { n--; }
  };
  try {
    count a[] = {{live, false}, {live, false}, {live, true}};
  } catch (int) {
    std::printf("%d\n", live);
  }
}
