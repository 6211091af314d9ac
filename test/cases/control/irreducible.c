// A loop with two entries: no structure to reverse, only a trace of blocks.
double irreducible(double x, int start) {
  int count = 0;
  double s = x;
  if (start) goto second;
first:
  s = s * x + 0.5;
  count++;
second:
  s = sin(s) + x;
  if (count < 5) { count += s > 1.2 ? 1 : 0; goto first; }
  return s;
}
double both(double x, int k) { return irreducible(x, k) + 2 * irreducible(x * 0.7, !k); }
// function: both
// at: x = 0.8, k = 1
// gradient: finite-differences
// feature: irreducible
