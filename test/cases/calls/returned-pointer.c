// A helper that returns a pointer: into its argument, or to memory that it allocated.
__attribute__((noinline)) static double *pick(double *x, int i) { return x + 2 * i; }
__attribute__((noinline)) static double *make(const double *x, int n) {
  double *w = malloc(n * sizeof *w);
  for (int i = 0; i < n; i++) w[i] = x[i] * x[i];
  return w;
}
double pointers(double *x, int n) {
  double *a = pick(x, 1), *b = make(x, n);
  *a = *a * b[0] + b[1];
  double s = *a * b[n - 1] + *pick(b, 1);
  free(b);
  return s;
}
// function: pointers
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: calls, heap, pointers
