// Numbers are copied in halves, by way of an array of words of which another function makes numbers again.
#include <stdint.h>
#include <string.h>
__attribute__((noinline)) static void words_of(uint32_t *words, const double *numbers, int n) {
  for (int i = 0; i < 2 * n; i++) memcpy(&words[i], (const char *)numbers + 4 * i, 4);
}
double joined(double x, int n) {
  double numbers[4], copies[4], sum = 0;
  uint32_t words[8];
  for (int i = 0; i < 4; i++) numbers[i] = x * (i + 1);
  words_of(words, numbers, 4);
  memcpy(copies, words, sizeof copies);
  for (int i = 0; i < n; i++) sum += copies[i] * copies[i];
  return sum;
}
// function: joined
// at: x = 3.1, n = 4
// error: RZ3001
// says: a part of an active number, which is moved
// feature: refusals
