#include <stdio.h>
int strong(int x) { return x * 2; }
int alias_of(int x) __attribute__((alias("strong")));
__attribute__((weak)) int overridable(void) { return 5; }
extern int missing(void) __attribute__((weak));
static int target_of_ref(void) { return 11; }
static int renamed(void) __attribute__((weakref("missing_ref")));
int data = 17;
extern int data_alias __attribute__((alias("data"), visibility("hidden")));
__attribute__((visibility("hidden"))) int hidden_global = 4;
__attribute__((section(".mydata"), aligned(32))) int placed = 8;
__attribute__((used)) static int kept = 3;
int common_global[10];
int main(void) {
  common_global[3] = 1;
  printf("%d %d %d %d %d %d\n", alias_of(4), overridable(), missing == 0, data_alias, renamed == 0, target_of_ref());
  printf("%d %d %zu\n", hidden_global, placed, (size_t)&placed % 32);
  return common_global[3];
}
