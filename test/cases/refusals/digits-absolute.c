// The magnitude of the bits of a number, by a function of the C library.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
double magnitude_of_bits(double x) { long long bits; memcpy(&bits, &x, 8); return (double)llabs(bits) * 1e-15; }
// function: magnitude_of_bits
// at: x = 3.1
// error: RZ3001
// says: itofp
// feature: refusals
