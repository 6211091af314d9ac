// The lower word of a number that no union is about, as a number.
#include <stdint.h>
#include <string.h>
double lower_word(double x, int k) { double a[4] = {x, 2, 3, x * x}; uint32_t word; memcpy(&word, &a[k], 4); return word * 1e-10; }
// function: lower_word
// at: x = 3.1, k = 3
// error: RZ3001
// says: uitofp
// feature: refusals
