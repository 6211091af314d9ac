// All functions of the type are candidates, and none of them can be differentiated: each is named, with the reason.
double __enzyme_autodiff(void *, ...);
static double hidden(double x) { __asm__("sqrtsd %0, %0" : "+x"(x)); return x; }
double elsewhere(double);
double (*hooks[2])(double) = {hidden, elsewhere};
static double f(double x, int k) { return hooks[k](x) * x; }
double g(double x, int k) { hooks[k] = 0; return __enzyme_autodiff((void *)f, x, 1 - k); }
// error: RZ3102
// says: `hidden` may be called here by its type, and has no derivative
// says: candidates-without-derivative.c:3)
// says: `elsewhere` may be called here by its type, and has no body in this module
// feature: refusals
