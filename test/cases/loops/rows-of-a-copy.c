// Addresses in a local copy that take two indices of loops that are no counted loops: each sweep has a copy of its own.
struct matrix { double m[2][2]; double scale; };
__attribute__((noinline)) static double quadratic(struct matrix a, const double *x) {
  double s = 0;
  for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) s += a.m[i][j] * a.m[j][i] * x[i] * x[j] * a.scale;
  a.m[1][0] = s; /* a copy: the caller's is untouched */
  return a.m[1][0] * a.m[0][1];
}
double twice(const double *x) {
  struct matrix a = {{{x[0], x[1]}, {x[1], x[0] * x[1]}}, 1.5};
  double s = 0;
  for (int k = 0; k < 3; k++) { s += quadratic(a, x); a.m[k & 1][1] += s * 0.1; }
  return s + a.m[1][1];
}
// function: twice
// at: x = [0.3, -1.2]
// gradient: finite-differences
// feature: struct-by-value
