// A counter and a pointer kept in globals carry no derivative, but decide what is computed.
static int calls;
static const int *pattern;
__attribute__((noinline)) static double next(double v) { return pattern[calls++ & 3] ? v * v : v + 0.5; }
double counted(double x, const int *bits) {
  calls = 0, pattern = bits;
  double s = x;
  for (int i = 0; i < 6; i++) s = next(s) * 0.8;
  return s;
}
// function: counted
// at: x = 0.9, bits = [1, 0, 0, 1]
// gradient: finite-differences
// feature: globals
