// flags: -pthread
// Helpers of the same name in every file, and strings, and a struct of the same name with another body.
#include <stdio.h>
struct state {
  int count;
};
static struct state state;
static const char *helper(int k) {
  static int calls;
  state.count += k;
  return calls++ ? "main again" : "main";
}
int other(int), third(int);
extern _Thread_local int shared_thread_local;
extern const int table[4];
int main(void) {
  printf("%s %d %d %s %d\n", helper(1), other(2), third(3), helper(4), state.count);
  shared_thread_local += table[2];
  return shared_thread_local;
}
