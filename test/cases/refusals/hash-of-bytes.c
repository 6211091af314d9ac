// A hash of bytes of which only the caller knows that they are numbers, and whose result is made a number.
#include <stdint.h>
__attribute__((noinline)) static uint64_t hash(const void *data, int size) {
  const unsigned char *bytes = data;
  uint64_t h = 14695981039346656037u;
  for (int i = 0; i < size; i++) h = (h ^ bytes[i]) * 1099511628211u;
  return h;
}
double hashed(double x) {
  double a[2] = {x, 2 * x};
  return x + (double)hash(a, sizeof a) * 1e-19;
}
// function: hashed
// at: x = 1.3
// error: RZ3001
// says: bits of active numbers
// feature: refusals
