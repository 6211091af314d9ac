// A chain of calls four deep, each with a loop of its own.
__attribute__((noinline)) static double fourth(double x) { double s = x; for (int i = 0; i < 3; i++) s = s * x + 0.1; return s; }
__attribute__((noinline)) static double third(double x) { double s = 0; for (int i = 0; i < 3; i++) s += fourth(x + s * 0.1); return s; }
__attribute__((noinline)) static double second(double x, double y) { double s = y; for (int i = 0; i < 2; i++) s = third(s * 0.3) * x; return s; }
double first(double x, double y) { return second(x, y) + second(y, x) * third(x); }
// function: first
// at: x = 0.6, y = 0.4
// gradient: finite-differences
// feature: calls
