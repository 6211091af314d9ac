// A switch with fall-through, a shared label and a default, in a loop driven by integers.
double machine(const double *x, const int *code, int n) {
  double a = 1, b = 0.5;
  for (int i = 0; i < n; i++)
    switch (code[i]) {
      case 0: a = a * x[i]; break;
      case 1: b += a;  /* falls through */
      case 2:
      case 3: a = sin(a) + b; break;
      case 40: b = b * b - x[i]; break;
      default: a -= 0.1 * x[i] * b;
    }
  return a * b;
}
// function: machine
// at: x = [0.3, -1.2, 0.8, 2.0, 0.5, 0.6], code = [1, 0, 3, 40, 17, 2], n = 6
// gradient: finite-differences
// feature: switch
