#include <cstdio>
static int odd(unsigned n);
static int even(unsigned n) {
  if (n == 0) return 1;
  [[clang::musttail]] return odd(n - 1);
}
static int odd(unsigned n) {
  if (n == 0) return 0;
  [[clang::musttail]] return even(n - 1);
}
static int plain(int n, int acc) { return n == 0 ? acc : plain(n - 1, acc + n); }
int main() { std::printf("%d %d %d\n", even(1000001), odd(77777), plain(1000, 0)); }
