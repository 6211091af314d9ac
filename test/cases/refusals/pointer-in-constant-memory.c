// A pointer to active memory that goes through memory declared constant: what is read behind it would count as constant.
extern int enzyme_dup, enzyme_const;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
struct holder { double *p; };
__attribute__((noinline)) static void put(struct holder *h, double *x) { h->p = x; }
static double through(struct holder *h, double *x) { put(h, x); return h->p[0] * x[1]; }
void ask(struct holder *h, double *x, double *d) {
  __enzyme_autodiff((void *)through, enzyme_const, h, enzyme_dup, x, d);
  __enzyme_fwddiff((void *)through, enzyme_const, h, enzyme_dup, x, d);
}
// error: RZ4006
// says: a pointer to active memory
// feature: refusals
