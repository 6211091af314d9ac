// A gradient that takes no seed.
double __enzyme_autodiff(void *, ...);
double square(double x) { return x * x; }
double square_augmented(double x) { return x * x; }
double square_gradient(double x) { return 2 * x; }
void *__enzyme_register_gradient_square[] = {(void *)square, (void *)square_augmented, (void *)square_gradient};
double g(double x) { return __enzyme_autodiff((void *)square, x); }
// error: RZ4011
// says: the seed of the result
// feature: custom-rules, refusals
