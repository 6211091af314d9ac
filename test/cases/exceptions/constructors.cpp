// A constructor that throws when some members are built, a function try block, an array of which part is built.
#include <memory>
#include <vector>
struct counted {
  double *total, value;
  counted(double *t, double v, bool bad) : total(t), value(v) { if (bad) throw 7; *total += v * v; }
  ~counted() { *total -= 0.5 * value; }
};
struct pair {
  counted a, b;
  std::vector<double> more;
  pair(double *t, double x, double y) try : a(t, x, false), b(t, y, y > 1), more(3, x * y) {
    *t += more[2];
  } catch (int code) {
    *t *= x + code;
  }
};
double constructors(double x, double y, double w) {
  double total = x * w;
  try {
    pair p(&total, x, y);
    total *= p.more[0];
    pair q(&total, y, w);
    total += q.a.value;
  } catch (int) {
    total += w * w;
  }
  try {
    std::unique_ptr<counted> c(new counted(&total, x * w, false));
    std::unique_ptr<counted> d(new counted(&total, c->value, w > 1));
    total *= d->value;
  } catch (...) {
    total *= y;
  }
  return total;
}
// function: constructors
// at: x = 0.8, y = 0.6, w = 1.3
// gradient: finite-differences
// feature: exceptions
