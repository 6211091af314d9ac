// The bits of a number taken for the value of an integer: a logarithm, in effect, with a derivative of its own.
#include <stdint.h>
#include <string.h>
double __enzyme_autodiff(void *, ...);
static double log2_of(double x) { int64_t bits; memcpy(&bits, &x, 8); return (double)(bits - 4607182418800017408) * 0x1p-52; }
double value_of_bits(double x) { return __enzyme_autodiff((void *)log2_of, x); }
int main(void) { return value_of_bits(3) > 0; }
// error: RZ3001
// says: sitofp
// feature: refusals
