#include <cstdio>
#include <memory_resource>
#include <string>
#include <vector>
#include <unordered_set>
#include <scoped_allocator>
struct counting : std::pmr::memory_resource {
  int n = 0;
  void *do_allocate(std::size_t b, std::size_t a) override {
    n++;
    return std::pmr::new_delete_resource()->allocate(b, a);
  }
  void do_deallocate(void *p, std::size_t b, std::size_t a) override {
    n--;
    std::pmr::new_delete_resource()->deallocate(p, b, a);
  }
  bool do_is_equal(const memory_resource &o) const noexcept override { return this == &o; }
};
template <class T> struct bump {
  using value_type = T;
  char *at;
  explicit bump(char *p) : at(p) {}
  template <class U> bump(const bump<U> &o) : at(o.at) {}
  T *allocate(std::size_t n) {
    auto *r = reinterpret_cast<T *>(at);
    at += n * sizeof(T);
    return r;
  }
  void deallocate(T *, std::size_t) {}
  template <class U> bool operator==(const bump<U> &) const { return true; }
  template <class U> bool operator!=(const bump<U> &) const { return false; }
};
int main() {
  counting c;
  {
    std::pmr::vector<std::pmr::string> v(&c);
    for (int i = 0; i < 10; i++) v.emplace_back("a string too long for the small buffer " + std::to_string(i));
    std::pmr::unordered_set<int> s(&c);
    for (int i = 0; i < 50; i++) s.insert(i * i % 31);
    std::printf("%d %zu %s\n", c.n > 10, s.size(), v[9].c_str() + 30);
  }
  alignas(16) static char space[4096];
  std::vector<double, bump<double>> v{bump<double>(space)};
  for (int i = 0; i < 20; i++) v.push_back(i * 0.5);
  std::printf("%d %g\n", c.n, v[19]);
}
