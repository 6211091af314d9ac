// A function returns what it makes of the bits of a number, and its caller takes that for a number.
#include <stdint.h>
#include <string.h>
__attribute__((noinline)) static int64_t fraction_of(double x) { int64_t bits; memcpy(&bits, &x, 8); return bits / 3; }
double fraction(double x, double y) { return (double)fraction_of(x * y) * 1e-17; }
// function: fraction
// at: x = 3.1, y = 0.8
// error: RZ3001
// says: integer that is computed from the bits of an active number
// feature: refusals
