// The rule wants a shadow of memory that the caller declared constant.
extern int enzyme_const;
double __enzyme_autodiff(void *, ...);
double first(double *x) { return *x; }
double first_augmented(double *x, double *dx) { return *x; }
void first_gradient(double *x, double *dx, double seed) { *dx += seed; }
void *__enzyme_register_gradient_first[] = {(void *)first, (void *)first_augmented, (void *)first_gradient};
double both(double *x, double *y) { return *x * y[1]; }
double both_augmented(double *x, double *dx, double *y, double *dy) { return *x * y[1]; }
void both_gradient(double *x, double *dx, double *y, double *dy, double seed) { *dx += y[1] * seed; dy[1] += *x * seed; }
void *__enzyme_register_gradient_both[] = {(void *)both, (void *)both_augmented, (void *)both_gradient};
double f(double *x, double *y) { return first(x) * both(x, y); }
double g(double *x, double *dx, double *y) { return __enzyme_autodiff((void *)f, x, dx, enzyme_const, y); }
// error: RZ4013
// says: argument 2
// feature: custom-rules
