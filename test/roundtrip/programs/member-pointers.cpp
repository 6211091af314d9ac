#include <cstdio>
#include <functional>
struct a {
  int x = 1;
  virtual int f(int k) { return x + k; }
  int g(int k) const { return x * k; }
};
struct b {
  long y = 2;
  virtual ~b() {}
  virtual long h() { return y; }
};
struct c : a, b {
  int f(int k) override { return k - 100; }
  long h() override { return y * 10; }
  int z = 3;
};
static int a::*data = &a::x;
static int (a::*table[])(int) = {&a::f, nullptr};
static int (a::*const cm)(int) const = &a::g;
int main() {
  c o;
  a *p = &o;
  b *q = &o;
  int c::*cz = &c::z;
  long (b::*bh)() = &b::h;
  long (c::*ch)() = static_cast<long (c::*)()>(bh);
  std::printf("%d %d %d %ld %ld %d %d\n", p->*data, (p->*table[0])(5), (p->*cm)(6), (q->*bh)(), (o.*ch)(), o.*cz,
              table[1] == nullptr);
  std::printf("%d %d\n", std::mem_fn(&a::g)(o, 4), std::invoke(&c::z, o));
  delete new c;
}
