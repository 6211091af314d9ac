#include <cstdio>
#include <memory>
#include <vector>
struct root {
  int id;
  explicit root(int i) : id(i) {}
  virtual ~root() { std::printf("~root%d ", id); }
  virtual int value() const = 0;
  virtual const char *name() const { return "root"; }
};
struct left : virtual root {
  long l = 10;
  left() : root(1) {}
  int value() const override { return (int)l + id; }
};
struct right : virtual root {
  double r = 2.5;
  right() : root(2) {}
  int value() const override { return (int)(r * 10) + id; }
  const char *name() const override { return "right"; }
};
struct bottom : left, right {
  char tail = 'b';
  bottom() : root(3) {}
  int value() const override { return left::value() * right::value(); }
  ~bottom() override { std::printf("~bottom "); }
};
struct covariant : bottom {
  covariant() : root(4) {}
  virtual covariant *self() { return this; }
};
struct more : covariant {
  more() : root(5) {}
  more *self() override { return this; }
  int value() const override { return -1; }
};
int main() {
  std::vector<std::unique_ptr<root>> all;
  all.emplace_back(new left);
  all.emplace_back(new right);
  all.emplace_back(new bottom);
  all.emplace_back(new more);
  for (auto &p : all) std::printf("%s %d\n", p->name(), p->value());
  bottom b;
  root *r = &b;
  left *l = &b;
  right *q = &b;
  int (root::*method)() const = &root::value;
  long left::*field = &left::l;
  std::printf("%d %ld %d %s\n", (r->*method)(), l->*field, dynamic_cast<bottom *>(q) == &b,
              static_cast<root *>(l)->name());
}
