// Virtual bases, a diamond, methods called while an object is made, covariant results, and casts down.
#include <cmath>
#include <vector>
struct Node { double w; Node(double w) : w(w) {} virtual double eval(double x) const { return w * x; } virtual Node *clone() const { return new Node(*this); } virtual ~Node() {} };
struct A : virtual Node { double a; A(double a) : Node(a), a(a) { w += probe(); } virtual double probe() { return 0.1 * a; } double eval(double x) const override { return a * x + w; } A *clone() const override { return new A(*this); } };
struct B : virtual Node { double b; B(double b) : Node(b), b(b) {} double eval(double x) const override { return std::sin(b * x) + w; } B *clone() const override { return new B(*this); } };
struct C : A, B { double c; C(double c) : Node(c), A(c * 2), B(c * 3), c(c) {} double probe() override { return c; } double eval(double x) const override { return A::eval(x) * B::eval(x) + c; } C *clone() const override { return new C(*this); } };
double f(double x, double a, int n) {
  std::vector<Node *> v;
  for (int i = 0; i < n; i++) v.push_back(i % 4 == 0 ? new Node(a) : i % 4 == 1 ? new A(a * x) : i % 4 == 2 ? static_cast<Node *>(new B(x)) : new C(a + x));
  double y = x;
  for (Node *p : v) { Node *q = p->clone(); y += q->eval(y * 0.1) * p->eval(0.5); delete q; }
  for (Node *p : v) if (A *a1 = dynamic_cast<A *>(p)) y *= 1 + 0.01 * a1->a;
  for (Node *p : v) delete p;
  return y;
}
// function: f
// at: x = 0.6, a = 0.8, n = 7
// gradient: finite-differences
// flags: -fno-exceptions
// feature: virtual-methods
