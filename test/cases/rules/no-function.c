// A registration of something that is no function.
double __enzyme_autodiff(void *, ...);
double square(double x) { return x * x; }
int other;
void *__enzyme_inactivefn_other[] = {(void *)&other};
double g(double x) { return __enzyme_autodiff((void *)square, x); }
// error: RZ4011
// says: entry 1 is no function
// feature: inactive, refusals
