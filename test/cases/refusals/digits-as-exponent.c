// A power of two by some digits of a number.
#include <math.h>
#include <stdint.h>
#include <string.h>
double power(double x) { int64_t bits; memcpy(&bits, &x, 8); return ldexp(1.0, (int)((bits >> 44) & 0xff) - 100); }
// function: power
// at: x = 3.1
// error: RZ3001
// says: ldexp
// feature: refusals
