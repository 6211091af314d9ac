// A pointer to active memory that its constructor puts into an exception, and that the handler follows.
struct failure {
  double *at;
  __attribute__((noinline)) failure(double *p) : at(p) {}
  __attribute__((noinline)) failure(const failure &other) : at(other.at) {}
};
__attribute__((noinline)) static double strict(double *x) {
  if (*x > 1) throw failure(x);
  return *x * *x;
}
double thrown_pointer(double x, double y) {
  double a[2] = {x, y};
  try {
    return strict(&a[0]) * y;
  } catch (const failure &f) {
    return *f.at * y;
  }
}
// function: thrown_pointer
// at: x = 1.5, y = 2
// error: RZ4006
// says: a pointer to active memory
// feature: refusals
