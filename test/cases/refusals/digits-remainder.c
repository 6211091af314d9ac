// A remainder of the bits of a number, as a number: it moves with the last digits.
#include <stdint.h>
#include <string.h>
double remainder_of_bits(double x, long k) { int64_t bits; memcpy(&bits, &x, 8); return (double)(bits % k); }
// function: remainder_of_bits
// at: x = 3.1, k = 1000
// error: RZ3001
// says: sitofp
// feature: refusals
