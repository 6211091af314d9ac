// Markers about how arguments come: all shadows last, values behind pointers; and about what is decided when the program runs.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_dupnoneed, enzyme_out, enzyme_interleave, enzyme_byref, enzyme_runtime_activity, enzyme_strong_zero, enzyme_width;
double __enzyme_autodiff(void *, ...);
void __enzyme_autodiff_void(void *, ...);
double __enzyme_fwddiff(void *, ...);
void __enzyme_fwddiff_void(void *, ...);
typedef struct { double x, y; } two;
two __enzyme_fwddiff_two(void *, ...);

static double f(double x, double y) { return x * x * y; }
__attribute__((noinline)) static double dot(const double *a, const double *b, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }
struct box { double *inside; double factor; };
__attribute__((noinline)) static double open(struct box *box, double *scratch) { scratch[0] = box->inside[0] * box->factor; return scratch[0] * box->inside[0]; }
static double product(double x, double y) { return x * y; }

volatile double zero = 0;
int main(void) {
  double a[2] = {1, 2}, b[2] = {3, 4}, da[2] = {0}, db[2] = {0};
  printf("%g\n", __enzyme_fwddiff((void *)f, enzyme_interleave, 3.0, 5.0, 1.0, 0.5));
  __enzyme_autodiff_void((void *)dot, enzyme_interleave, enzyme_dup, a, enzyme_dup, b, enzyme_const, 2, da, db);
  printf("%g %g %g %g\n", da[0], da[1], db[0], db[1]);
  two lanes = __enzyme_fwddiff_two((void *)f, enzyme_width, 2, enzyme_interleave, 3.0, 5.0, 1.0, 0.0, 0.0, 1.0);
  printf("%g %g\n", lanes.x, lanes.y);
  double x = 3, y = 5;
  printf("%g %g\n", __enzyme_autodiff((void *)f, enzyme_byref, 8, &x, enzyme_const, enzyme_byref, 8, &y),
         __enzyme_fwddiff((void *)f, enzyme_byref, 8, &x, 0.0, enzyme_dup, enzyme_byref, 8, &y, 1.0));

  // A pointer that is its own shadow is constant, wherever it lies.
  double value = 3, dvalue = 0, scratch[1], dscratch[1] = {0};
  struct box box = {&value, 2}, shadow = {&dvalue, 0}, constant = {&value, 0};
  __enzyme_autodiff_void((void *)open, enzyme_runtime_activity, &box, &shadow, scratch, dscratch);
  printf("%g %g\n", dvalue, shadow.factor);
  shadow.factor = 0;
  __enzyme_autodiff_void((void *)open, enzyme_runtime_activity, &box, &constant, scratch, dscratch);
  printf("%g %g %g\n", constant.factor, value, scratch[0]);
  __enzyme_autodiff_void((void *)open, enzyme_runtime_activity, &box, &box, scratch, scratch);
  printf("%g %g %g\n", box.factor, value, scratch[0]);
  dvalue = 1, shadow.factor = 0;
  printf("%g %g\n", __enzyme_fwddiff((void *)open, enzyme_runtime_activity, &box, &shadow, scratch, dscratch),
         __enzyme_fwddiff((void *)open, enzyme_runtime_activity, &box, &box, scratch, scratch));

  // What does not vary does not count, however large its factor.
  printf("%d %g\n", isnan(__enzyme_fwddiff((void *)product, 1.0, zero, INFINITY, 0.0)) != 0, __enzyme_fwddiff((void *)product, enzyme_strong_zero, 1.0, zero, INFINITY, 0.0));
}
// prints: 34.5
// prints: 3 4 1 2
// prints: 30 9
// prints: 30 9
// prints: 12 9
// prints: 9 3 6
// prints: 2 3 6
// prints: 12 0
// prints: 1 0
// feature: activity
