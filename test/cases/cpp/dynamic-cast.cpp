// dynamic_cast to a class whose part of the object begins further on, to one that it is not, and typeid.
#include <cmath>
#include <typeinfo>
struct Shape { double scale = 1; virtual double area() const = 0; virtual ~Shape() {} };
struct Weighted { double weight = 2; virtual double weigh(double x) const { return weight * x; } virtual ~Weighted() {} };
struct Box : Shape { double a, b; Box(double a, double b) : a(a), b(b) {} double area() const override { return scale * a * b; } };
struct Disc : Shape, Weighted { double r; explicit Disc(double r) : r(r) {} double area() const override { return scale * 3 * r * r; } };
__attribute__((noinline)) static double total(Shape *s, double x) {
  s->scale *= x;
  double sum = s->area();
  if (const Weighted *w = dynamic_cast<const Weighted *>(s)) sum += w->weigh(x) * w->weight;
  if (Disc *d = dynamic_cast<Disc *>(s)) { d->r *= x; d->weight = d->r * x; sum += d->weigh(d->r); }
  if (typeid(*s) == typeid(Box)) sum *= static_cast<Box *>(s)->a;
  return sum * s->area();
}
double f(double x, double y) {
  Box box(x, y);
  Disc disc(x);
  disc.weight = y;
  return total(&box, x) * total(&disc, y) + total(&disc, x * y);
}
// function: f
// at: x = 0.7, y = 1.3
// gradient: finite-differences
// flags: -fno-exceptions
// feature: virtual-methods
