// A registration with two entries instead of three.
double __enzyme_autodiff(void *, ...);
double square(double x) { return x * x; }
double square_augmented(double x) { return x * x; }
void *__enzyme_register_gradient_square[] = {(void *)square, (void *)square_augmented};
double g(double x) { return __enzyme_autodiff((void *)square, x); }
// error: RZ4011
// says: 2 entries instead of 3
// feature: custom-rules, refusals
