#include <cstdio>
#include <memory>
#include <string>
struct tree {
  int key;
  std::unique_ptr<tree> l, r;
  std::weak_ptr<int> w;
  explicit tree(int k) : key(k) {}
  ~tree() { std::printf("%d ", key); }
};
static void insert(std::unique_ptr<tree> &t, int k) {
  if (!t) t = std::make_unique<tree>(k);
  else insert(k < t->key ? t->l : t->r, k);
}
static int depth(const std::unique_ptr<tree> &t) { return t ? 1 + std::max(depth(t->l), depth(t->r)) : 0; }
struct enabled : std::enable_shared_from_this<enabled> {
  std::shared_ptr<enabled> me() { return shared_from_this(); }
};
struct deleter {
  void operator()(FILE *f) const {
    std::puts("closed");
    if (f) std::fclose(f);
  }
};
int main() {
  std::unique_ptr<tree> t;
  for (int k : {5, 2, 8, 1, 9, 3}) insert(t, k);
  std::printf("%d\n", depth(t));
  auto s = std::make_shared<int>(4);
  t->w = s;
  {
    auto a = s, b = a;
    std::printf("%ld ", s.use_count());
  }
  s.reset();
  std::printf("%d\n", t->w.expired());
  auto e = std::make_shared<enabled>();
  std::printf("%ld\n", e->me().use_count());
  std::unique_ptr<FILE, deleter> f(nullptr);
  f.reset(std::fopen("/dev/null", "r"));
  std::shared_ptr<void> erased(new std::string("x"), [](void *p) { delete static_cast<std::string *>(p); });
  t.reset();
  std::puts("");
}
