// A float that is half of a double: that has no derivative.
#include <string.h>
double half(const double *x) {
  float parts[2];
  memcpy(parts, x, sizeof *x);
  return parts[1] * 2.0;
}
// function: half
// at: x = [3]
// error: RZ3001
// says: numbers of another type
// feature: refusals
