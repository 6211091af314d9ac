// Memory with a larger alignment than usual, whose `delete` takes the alignment; memory that may not be had; a general slice.
#include <new>
#include <valarray>
struct alignas(64) row { double a[8]; };
double aligned_new(const double *x, int n) {
  row *rows = new row[2], *one = new row();
  for (int i = 0; i < n; i++) rows[i & 1].a[i] = x[i] * 2;
  double s = 0;
  for (int i = 0; i < n; i++) s += rows[i & 1].a[i] * rows[i & 1].a[i];
  delete[] rows;
  one->a[3] = x[2];
  s *= one->a[3];
  delete one;
  row *may = new (std::nothrow) row;
  if (!may) return 0;
  may->a[0] = s * x[0];
  s = may->a[0] * may->a[0];
  delete may;
  std::valarray<double> all(x, n), part(all[std::gslice(0, {2, 2}, {3, 1})]);
  return s + (part * part).sum() * all[4];
}
// function: aligned_new
// at: x = [0.7, 1.3, 0.45, 2.1, 1.05, 0.3], n = 6
// gradient: finite-differences
// feature: heap containers
