// The exponent of a number out of its upper word: constant between powers of two.
#include <stdint.h>
union words { double number; struct { uint32_t low, high; } word; };
double exponent_of_word(double x, double y) {
  union words w = {x * y};
  int exponent = (int)(w.word.high >> 20 & 0x7ff) - 1023;
  return x * x * exponent + y;
}
// function: exponent_of_word
// at: x = 3.1, y = 1.7
// gradient: finite-differences
// feature: bits
