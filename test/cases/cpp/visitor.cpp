// A tree of expressions visited by double dispatch: recursion that runs through virtual methods only.
#include <cmath>
struct Number; struct Plus; struct Times; struct Sine;
struct Visitor {
  virtual void visit(const Number &) = 0;
  virtual void visit(const Plus &) = 0;
  virtual void visit(const Times &) = 0;
  virtual void visit(const Sine &) = 0;
  virtual ~Visitor() {}
};
struct Expression { virtual void accept(Visitor &) const = 0; virtual ~Expression() {} };
struct Number : Expression { double value; explicit Number(double v) : value(v) {} void accept(Visitor &v) const override { v.visit(*this); } };
struct Plus : Expression { const Expression &a, &b; Plus(const Expression &a, const Expression &b) : a(a), b(b) {} void accept(Visitor &v) const override { v.visit(*this); } };
struct Times : Expression { const Expression &a, &b; Times(const Expression &a, const Expression &b) : a(a), b(b) {} void accept(Visitor &v) const override { v.visit(*this); } };
struct Sine : Expression { const Expression &a; explicit Sine(const Expression &a) : a(a) {} void accept(Visitor &v) const override { v.visit(*this); } };
struct Evaluate : Visitor {
  double result = 0;
  double of(const Expression &e) { e.accept(*this); return result; }
  void visit(const Number &n) override { result = n.value; }
  void visit(const Plus &p) override { double a = of(p.a); result = a + of(p.b); }
  void visit(const Times &t) override { double a = of(t.a); result = a * of(t.b); }
  void visit(const Sine &s) override { result = std::sin(of(s.a)); }
};
struct Depth : Visitor {
  int depth = 0;
  int of(const Expression &e) { e.accept(*this); return depth; }
  void visit(const Number &) override { depth = 1; }
  void visit(const Plus &p) override { int a = of(p.a), b = of(p.b); depth = 1 + (a > b ? a : b); }
  void visit(const Times &t) override { int a = of(t.a), b = of(t.b); depth = 1 + (a > b ? a : b); }
  void visit(const Sine &s) override { depth = 1 + of(s.a); }
};
double f(double x, double y) {
  Number a(x), b(y);
  Plus sum(a, b);
  Times product(sum, a);
  Sine sine(product);
  Plus all(sine, product);
  Evaluate evaluate;
  Depth depth;
  return evaluate.of(all) * depth.of(all);
}
// function: f
// at: x = 0.7, y = 1.3
// gradient: finite-differences
// flags: -fno-exceptions
// feature: virtual-methods
