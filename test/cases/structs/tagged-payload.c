// A value of a small interpreter: a tag, and a word that holds the bits of a number or an integer.
#include <stdint.h>
#include <string.h>
typedef struct { uint64_t payload; int tag; } Value;
__attribute__((noinline)) static Value of_number(double x) { Value v; v.tag = 1; memcpy(&v.payload, &x, 8); return v; }
__attribute__((noinline)) static Value of_integer(int64_t i) { Value v; v.tag = 0; v.payload = (uint64_t)i; return v; }
__attribute__((noinline)) static double as_number(Value v) {
  if (!v.tag) return (double)(int64_t)v.payload;
  double x;
  memcpy(&x, &v.payload, 8);
  return x;
}
double payload(double x) {
  Value a = of_number(x), b = of_integer(3), c = of_number(as_number(a) * as_number(b));
  return as_number(c) * as_number(a);
}
// function: payload
// at: x = 2
// gradient: x = 12
// feature: struct-by-value
