// Functions that compute what one of the C library does, by a registration and by an annotation; with a body and without.
#include <math.h>
static double sine(double x) { return x - x * x * x / 6 + x * x * x * x * x / 120 - pow(x, 7) / 5040 + pow(x, 9) / 362880 - pow(x, 11) / 39916800 + pow(x, 13) / 6227020800.0; }
void *__enzyme_function_like_sine[] = {(void *)sine, (void *)"sin"};
__attribute__((annotate("enzyme_function_like=pow"))) static double power(double x, double y) { return exp(y * log(x)); }
static float root(float x) { return sqrtf(x); }
void *__enzyme_function_like_root[] = {(void *)root, "sqrt"};
double f(double x, double y) { return sine(x) * power(y, x) + root(y); }
// function: f
// at: x = 0.7, y = 1.3
// gradient: finite-differences
// tolerance: 1e-3
// feature: function-like
