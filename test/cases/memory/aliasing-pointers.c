// Two pointers into one array, written and read through both.
double stagger(double *x, int n) {
  double *p = x, *q = x + 1;
  for (int i = 0; i + 1 < n; i++) {
    *q = *p * *q + 0.5;
    *p = *q - *p;
    p++, q++;
  }
  return x[0] * x[n - 1];
}
// function: stagger
// at: x = [0.3, -1.2, 0.8, 2.0, 0.1], n = 5
// gradient: finite-differences
// feature: load-store, pointers
