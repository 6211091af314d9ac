// A registered tangent is not the derivative of the body: reverse mode needs a rule of its own.
#include <math.h>
double squash(double x) { return tanh(x); }
double squash_tangent(double x, double dx) { return dx; }
void *__enzyme_register_derivative_squash[] = {(void *)squash, (void *)squash_tangent};
double f(double x) { return squash(x) * x; }
// function: f
// at: x = 1
// modes: reverse
// error: RZ4012
// says: __enzyme_register_gradient_squash
// feature: custom-rules
