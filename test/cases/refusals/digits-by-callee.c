// The bits of a number in local words that a function put there, and with which the caller computes.
#include <stdint.h>
#include <string.h>
__attribute__((noinline)) static void put(uint64_t *words, double x) { memcpy(words, &x, 8); }
double words(double x) {
  uint64_t a[2], bits;
  a[0] = 3;
  put(a, x);
  memcpy(&bits, a, 8);
  a[0] ^= bits;
  return (double)(bits * 5) * 1e-18 + (double)a[0];
}
// function: words
// at: x = 1.3
// error: RZ3001
// says: uitofp
// feature: refusals
