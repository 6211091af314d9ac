// The same with the range of a float and eight bits of it. Conversions that compilers call are here: older libraries of them have none.
#include <string.h>
__bf16 __truncsfbf2(float x) {
  unsigned bits;
  unsigned short upper;
  __bf16 rounded;
  memcpy(&bits, &x, 4);
  upper = (unsigned short)((bits + 0x7fffu + (bits >> 16 & 1)) >> 16);
  memcpy(&rounded, &upper, 2);
  return rounded;
}
__bf16 __truncdfbf2(double x) { return __truncsfbf2((float)x); }
#define number __bf16
#include "half.c"
// prints: 4 0.5 2
// prints: 1 2 -3
// prints: 4 6 -4
// prints: 7 -4
// prints: 2 -10 10
// prints: -24
// prints: -17
// prints: 3 2 -2
// prints: 22 10 0 6 2
// prints: 28
// prints: 24 6 3 12 12 -18 48 3
// prints: 6 0 0 1 0 0 0 0 0 0 0 1 0 0 0 0
// prints: 6 0 0 4 0 0 0 0 12 0 0 2 0 0 0 0
// prints: 15 12 7
// prints: 12
// prints: 2 4 0
// prints: 27 54 18
// prints: 1.25 2.5
// prints: 128
// feature: half
// since: 19
