// Clang's vector extension: elementwise arithmetic, element access, shuffles.
typedef double four __attribute__((ext_vector_type(4)));
double vectors(const double *x, double s) {
  four a = {x[0], x[1], x[2], x[3]}, b = a.wzyx * s + 1.0;
  four c = a * b / (2.0 + b * b);
  c.y = c.x * s;
  four d = __builtin_shufflevector(c, a, 0, 5, 2, 7);
  return d.x + d.y * d.z - d.w;
}
// function: vectors
// at: x = [0.5, -1.5, 2.5, 0.25], s = 1.25
// gradient: finite-differences
// feature: vectors
