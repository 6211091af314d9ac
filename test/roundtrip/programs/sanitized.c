// flags: -fsanitize=undefined,address -fno-omit-frame-pointer
// run: no
#include <stdlib.h>
int get(int *a, int i, int n) { return a[i] / n << i; }
long use(int n) {
  int v[n];
  for (int i = 0; i < n; i++) v[i] = i * i;
  int *h = malloc(sizeof *h * 4);
  h[0] = v[n - 1];
  long r = get(h, 0, n);
  free(h);
  return r;
}
enum e { A = 1, B = 4 };
struct s {
  _Bool b;
  enum e e;
};
int load(struct s *s) { return s->b + s->e; }
