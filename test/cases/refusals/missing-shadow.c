// A pointer without its shadow: the arguments run out.
double __enzyme_autodiff(void *, ...);
static double f(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i]; return s; }
int main(void) { double x[2] = {1, 2}; return (int)__enzyme_autodiff((void *)f, x, 2); }
// error: RZ4003
// says: f
// feature: refusals, activity
