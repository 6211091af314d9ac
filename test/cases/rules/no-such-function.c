// A function like one that nobody knows.
double __enzyme_autodiff(void *, ...);
double square(double x) { return x * x; }
void *__enzyme_function_like_square[] = {(void *)square, (void *)"quadrat"};
double g(double x) { return __enzyme_autodiff((void *)square, x); }
// error: RZ4011
// says: no function `quadrat`
// feature: function-like, refusals
