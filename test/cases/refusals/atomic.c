// An atomic read-modify-write of an active number.
double f(double *x) {
  __atomic_fetch_add(x, x[1] * x[1], __ATOMIC_SEQ_CST);
  return x[0] * x[1];
}
// function: f
// at: x = [1, 2]
// error: RZ3001
// feature: refusals
