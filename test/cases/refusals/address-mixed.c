// An address with all of its bits changed, from which the pointer comes back: no shadow can be told.
#include <stdint.h>
static volatile uintptr_t slot;
double mixed(const double *x, int n) {
  slot = (uintptr_t)(x + n) ^ 0x5555;
  const double *p = (const double *)(slot ^ 0x5555);
  return *p * x[0];
}
// function: mixed
// at: x = [0.5, -1.1], n = 1
// error: RZ3005
// says: a pointer that is computed as an integer
// feature: refusals
