// An interpreter that jumps to addresses of labels, from a table and from a variable.
double interpret(const double *x, int n) {
  static void *const operations[] = {&&add, &&multiply, &&square, &&end};
  static const unsigned char program[] = {0, 1, 0, 2, 1, 1, 0, 3};
  void *before_end = n > 3 ? &&twice : &&once;
  const unsigned char *at = program;
  double y = 0.5;
  int i = 0;
  goto *operations[*at++];
add:
  y += x[i++ % n];
  goto *operations[*at++];
multiply:
  y *= x[i++ % n] + 1;
  goto *operations[*at++];
square:
  y = -y * y;
  goto *operations[*at++];
end:
  goto *before_end;
twice:
  y *= 2 * x[0];
once:
  return y * y;
}
// function: interpret
// at: x = [0.3, 1.1, -0.8, 1.2], n = 4
// gradient: finite-differences
// feature: switch, irreducible
