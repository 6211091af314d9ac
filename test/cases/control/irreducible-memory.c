// Irreducible flow around loops that write memory, with jumps between their bodies.
double weave(double *x, int n, int entry) {
  int i = 0, j = 0;
  double s = 0;
  switch (entry) { case 0: goto left; case 1: goto right; default: goto out; }
left:
  for (; i < n; i++) {
    x[i] = x[i] * 0.8 + s;
    s += sin(x[i]);
    if (i % 2 == 0) { i++; goto right; }
  }
  goto out;
right:
  for (; j < n; j++) {
    s = s * x[j] + 0.25;
    if (j % 3 == 1) { j++; goto left; }
  }
  if (i < n) goto left;
out:
  return s * x[0];
}
// function: weave
// at: x = [0.3, -1.2, 0.8, 2.0, 0.5], n = 5, entry = 1
// gradient: finite-differences
// feature: irreducible, load-store
