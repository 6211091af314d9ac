// Virtual methods: an abstract base, overriders with state, several bases (the table of the second adjusts `this`), a
// hierarchy on the heap that is deleted through the base.
#include <cmath>
struct Function {
  virtual double at(double x) const = 0;
  virtual double twice(double x) const { return at(at(x)); }
  virtual ~Function() {}
};
struct Named { int id = 7; virtual double weight() const { return 1; } virtual ~Named() {} };
struct Gauss : Function {
  double width;
  explicit Gauss(double w) : width(w) {}
  double at(double x) const override { return std::exp(-x * x / (width * width)); }
};
struct Line : Named, Function {
  double slope, *offset;
  Line(double s, double *o) : slope(s), offset(o) {}
  double at(double x) const override { return slope * x + *offset; }
  double twice(double x) const override { return slope * at(x) + 0.5; }
  double weight() const override { return slope * slope; }
};
struct Sum : Function {
  Function *left, *right;
  Sum(Function *l, Function *r) : left(l), right(r) {}
  double at(double x) const override { return left->at(x) + right->twice(x); }
  ~Sum() override { delete left; delete right; }
};
__attribute__((noinline)) static Function *make(double *p, int kind) {
  if (kind == 0) return new Gauss(p[0]);
  if (kind == 1) return new Line(p[1], p + 2);
  return new Sum(make(p, kind - 2), make(p, kind - 1));
}
double f(double *p, double x, int kind) {
  double sum = 0;
  for (int k = 0; k <= kind; k++) {
    Function *g = make(p, k);
    sum += g->at(x) * g->twice(0.5 * x);
    delete g;
  }
  Line line(p[0], p + 1);
  const Named &named = line;
  return sum + named.weight() * p[2];
}
// function: f
// at: p = [1.3, 0.7, 0.4], x = 0.8, kind = 3
// gradient: finite-differences
// flags: -fno-exceptions
// feature: virtual-methods
