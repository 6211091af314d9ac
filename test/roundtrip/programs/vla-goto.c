#include <stdio.h>
#include <string.h>
static int matrix(int n) {
  int m[n][n + 1];
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= n; j++) m[i][j] = i * j;
  int s = 0;
  for (int i = 0; i < n; i++) s += m[i][n];
  return s + (int)sizeof m;
}
static int irreducible(int n) {
  int i = 0, s = 0;
  if (n & 1) goto middle;
top:
  s += i;
middle:
  i++;
  s ^= i;
  if (i < n) goto top;
  if (s & 1) {
    n--;
    i = 0;
    if (n > 2) goto middle;
  }
  return s;
}
static int statement(int x) {
  return ({
    int t = x;
    t *= t;
    t + 1;
  });
}
int main(void) {
  int dyn = 7;
  char text[dyn * 2];
  memset(text, 'x', sizeof text - 1);
  text[sizeof text - 1] = 0;
  printf("%d %d %d %d %s\n", matrix(3), irreducible(7), irreducible(10), statement(5), text);
  return 0;
}
