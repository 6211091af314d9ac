// Classes with bases, called without virtual dispatch; references to members.
struct Base { double k; double force(double x) const { return -k * x; } };
struct Damped : Base { double c; double force(double x, double v) const { return Base::force(x) - c * v; } };
static void advance(const Damped &s, double &x, double &v, double h) { double f = s.force(x, v); x += h * v; v += h * f; }
double oscillator(double k, double c, double x) {
  Damped s{{k}, c};
  double v = 0;
  for (int i = 0; i < 20; i++) advance(s, x, v, 0.1);
  return x * x + v * v;
}
// function: oscillator
// at: k = 2.5, c = 0.3, x = 1.1
// gradient: finite-differences
// feature: cpp
