// An atomic read-modify-write of an active number.
double f(double *x) {
  double one = 1.5;
  __atomic_store(x, &one, __ATOMIC_SEQ_CST);
  return x[0] * x[1];
}
// function: f
// at: x = [1, 2]
// error: RZ3001
// feature: refusals
