// A large struct goes by value in memory (byval) and comes back through a hidden pointer (sret).
struct matrix { double m[2][2]; int tag; double scale; };
__attribute__((noinline)) static struct matrix multiply(struct matrix a, struct matrix b) {
  struct matrix c = {{{0}}, a.tag + b.tag, a.scale * b.scale};
  for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) for (int k = 0; k < 2; k++) c.m[i][j] += a.m[i][k] * b.m[k][j];
  a.m[0][0] = 1e9; /* a copy: the caller's is untouched */
  return c;
}
double power(const double *x) {
  struct matrix a = {{{x[0], x[1]}, {x[2], x[3]}}, 1, 1.5}, p = a;
  for (int i = 0; i < 3; i++) p = multiply(p, a);
  return (p.m[0][0] + p.m[1][1] * p.m[0][1]) * p.tag * p.scale;
}
// function: power
// at: x = [0.3, -1.2, 0.8, 0.5]
// gradient: finite-differences
// feature: struct-by-value
