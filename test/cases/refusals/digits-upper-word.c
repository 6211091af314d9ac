// The upper word of a number, found in memory at an index, as a number.
#include <stdint.h>
#include <string.h>
double upper_word(double x, int k) { double a[4] = {x, 2, 3, x * x}; uint32_t word; memcpy(&word, (char *)&a[k] + 4, 4); return word * 1e-6; }
// function: upper_word
// at: x = 3.1, k = 3
// error: RZ3001
// says: uitofp
// feature: refusals
