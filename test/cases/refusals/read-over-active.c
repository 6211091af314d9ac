// A number is read over an active one, which stays if the text holds none.
#include <stdio.h>
double defaulted(double x) {
  double value = x * x;
  sscanf("?", "%lf", &value);
  return value * x;
}
// function: defaulted
// at: x = 2.0
// error: RZ3004
// says: memory that may hold active ones
// feature: refusals
