#include <stdio.h>
struct state {
  double total;
  char tag;
};
static struct state state = {2.5, 't'};
static int helper(struct state *s) { return (int)s->total; }
const int table[4] = {1, 2, 3, 4};
static void *self(void) {
  return &&here;
here:
  return 0;
}
int third(int k) {
  static const void *labels[] = {&&a, &&b};
  goto *labels[k & 1];
a:
  return -1;
b:
  return self() ? helper(&state) + k : 0;
}
