#include <cstdio>
#include <cstdlib>
#include <new>
static int live;
void *operator new(std::size_t n) {
  live++;
  if (void *p = std::malloc(n)) return p;
  throw std::bad_alloc();
}
void operator delete(void *p) noexcept {
  if (p) live--;
  std::free(p);
}
void operator delete(void *p, std::size_t) noexcept { operator delete(p); }
struct alignas(64) aligned {
  char c[64];
};
struct pool {
  static void *operator new(std::size_t) {
    static char space[256];
    static int at;
    return space + 32 * at++;
  }
  static void operator delete(void *) {}
  int x = 3;
  ~pool() {}
};
struct throwing {
  throwing() { throw 1; }
};
int main() {
  int *a = new int[10]{1, 2, 3};
  pool *p = new pool;
  auto *al = new aligned;
  std::printf("%d %d %d %zu\n", a[2] + a[5], p->x, live > 0, (std::size_t)al % 64);
  delete al;
  delete p;
  delete[] a;
  try {
    new throwing;
  } catch (int) {
    std::printf("%d\n", live);
  }
  alignas(double) char buffer[sizeof(double)];
  double *d = ::new (buffer) double(2.5);
  std::printf("%g\n", *d);
  int *q = new (std::nothrow) int(4);
  delete q;
  return live;
}
