// flags: --target=aarch64-linux-gnu -march=armv8-a+sve
// run: no
// clang: >=14
typedef unsigned long size;
void axpy(double *restrict y, const double *restrict x, double a, size n) {
  for (size i = 0; i < n; i++) y[i] += a * x[i];
}
int count(const int *x, size n, int limit) {
  int c = 0;
  for (size i = 0; i < n; i++)
    if (x[i] > limit) c++;
  return c;
}
typedef __SVFloat64_t vec;
vec same(vec v) {
  vec t = v;
  return t;
}
