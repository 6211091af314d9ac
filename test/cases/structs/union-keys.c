// Numbers are sorted by their bits, as keys, and are numbers again.
#include <stdint.h>
union view { double number; int64_t bits; };
double sorted_keys(const double *x, int n) {
  int64_t keys[8];
  union view view;
  double sum = 0;
  for (int i = 0; i < n; i++) {
    view.number = x[i] * x[0];
    keys[i] = view.bits;
  }
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      if (keys[j] < keys[i]) {
        int64_t key = keys[i];
        keys[i] = keys[j];
        keys[j] = key;
      }
  for (int i = 0; i < n; i++) {
    view.bits = keys[i];
    sum += view.number * view.number * i;
  }
  return sum;
}
// function: sorted_keys
// at: x = [1.5, 0.75, 2.5, 0.3], n = 4
// gradient: finite-differences
// feature: bits
