// A registered gradient is not the derivative of the body: forward mode needs a rule of its own.
#include <math.h>
double squash(double x) { return tanh(x); }
double squash_augmented(double x) { return tanh(x); }
double squash_gradient(double x, double seed) { return seed; }
void *__enzyme_register_gradient_squash[] = {(void *)squash, (void *)squash_augmented, (void *)squash_gradient};
double f(double x) { return squash(x) * x; }
// function: f
// at: x = 1
// modes: forward
// error: RZ4012
// says: __enzyme_register_derivative_squash
// feature: custom-rules
