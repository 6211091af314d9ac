#include <stdio.h>
struct state {
  double total;
  char tag;
};
static struct state state = {0.5, 'o'};
static const char *helper(int k) {
  static int calls = 10;
  state.total *= k;
  return calls++ ? "other" : "never";
}
_Thread_local int shared_thread_local = 30;
int other(int k) {
  printf("%s %g %c ", helper(k), state.total, state.tag);
  return (int)(state.total * 100);
}
