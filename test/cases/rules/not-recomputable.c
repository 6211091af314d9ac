// A function that counts its calls cannot be computed again.
double __enzyme_autodiff(void *, ...);
int calls;
double weight(double x) { calls++; return x; }
void *__enzyme_shouldrecompute_weight[] = {(void *)weight};
double f(double x) { return x * weight(x); }
double g(double x) { return __enzyme_autodiff((void *)f, x); }
// error: RZ4011
// says: __enzyme_shouldrecompute_weight
// says: does more than return a value
// feature: recompute
