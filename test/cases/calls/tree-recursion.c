// Two inner calls per level: adaptive quadrature, whose depth the values decide.
__attribute__((noinline)) static double integrand(double t, double a) { return sin(a * t) / (1 + t * t); }
__attribute__((noinline)) static double adapt(double from, double to, double a, int depth) {
  double middle = 0.5 * (from + to), width = to - from;
  double coarse = 0.5 * width * (integrand(from, a) + integrand(to, a));
  double fine = 0.5 * coarse + 0.5 * width * integrand(middle, a);
  if (depth == 0 || fabs(fine - coarse) < 1e-3) return fine;
  return adapt(from, middle, a, depth - 1) + adapt(middle, to, a, depth - 1);
}
double integral(double a, double b) { return adapt(0, b, a, 6); }
// function: integral
// at: a = 1.7, b = 2.3
// gradient: finite-differences
// feature: recursion
