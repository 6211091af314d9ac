// Induction variables of other widths and signs, counting down to zero.
double mixed(const double *x, unsigned n, long m) {
  double s = 0;
  for (unsigned i = n; i-- > 0;) s = s * 0.5 + x[i] * x[i];
  for (long i = m; i > 0; i -= 3) s += sin(s * x[i % n]);
  for (unsigned char c = 250; c != 2; c++) s += x[c % n] * 0.1 * s;
  return s;
}
// function: mixed
// at: x = [0.3, -0.2, 0.1], n = 3, m = 10
// gradient: finite-differences
// feature: counted-loops
