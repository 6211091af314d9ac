// An array overwritten in the loop: the old value is needed by the adjoint.
double relax(double *x, int n) { for (int i = 1; i < n; i++) x[i] = x[i] * x[i - 1] + sin(x[i]); return x[n - 1]; }
// function: relax
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: load-store, counted-loops
