// Bits of a number go into an array of integers, scaled, and are found there again as a number.
#include <stdint.h>
#include <string.h>
static int64_t scaled[8];
double bits_in_array(double x, int k) {
  int64_t bits;
  memcpy(&bits, &x, 8);
  for (int i = 0; i < 8; i++) scaled[i] = bits / (i + 3);
  return (double)scaled[k] * 1e-17;
}
// function: bits_in_array
// at: x = 3.1, k = 3
// error: RZ3001
// says: integer that is computed from the bits of an active number
// feature: refusals
