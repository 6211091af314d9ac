// Vectors in memory, selected elementwise, with float elements of another width beside them.
typedef double two __attribute__((ext_vector_type(2)));
double vectors(double *x, int n) {
  two s = {0, 0};
  for (int i = 0; i + 1 < n; i += 2) {
    two v = {x[i], x[i + 1]};
    v = v > 0.0 ? v * v : -3.0 * v;
    s += v;
    x[i] = s.y;
  }
  return s.x * s.y;
}
// function: vectors
// at: x = [0.5, -1.5, 2.5, 0.25, -0.75, 1.5], n = 6
// gradient: finite-differences
// feature: vectors
