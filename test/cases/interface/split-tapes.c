// The halves of reverse mode apart: several tapes at once, inputs overwritten in between, seeds of the caller's choice.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_const, enzyme_dup;
struct augmented { void *tape; double value; } __enzyme_augmentfwd_value(void *, ...);
void *__enzyme_augmentfwd(void *, ...);
double __enzyme_reverse_number(void *, ...);
void __enzyme_reverse(void *, ...);

// Memory of its own, freed before the end; the tape is as long as the data say.
__attribute__((noinline)) static double work(double *x, int n, double scale) {
  double *copy = malloc(n * sizeof *copy);
  memcpy(copy, x, n * sizeof *copy);
  double sum = 0;
  for (int i = 0; i < n; i++) {
    for (double v = copy[i]; v < 3; v = v * v + 1) sum += v * copy[i] * scale;
    x[i] = copy[i] * copy[i];
  }
  free(copy);
  return sum;
}
// Its tape is on the heap, because its type would contain itself.
__attribute__((noinline)) static double power(double x, int n) { return n <= 0 ? 1 : x * sin(x) * power(x, n - 1); }
static double total;
__attribute__((noinline)) static void accumulate(const double *x, int n) { for (int i = 0; i < n; i++) total = total * x[i] + x[i]; }
__attribute__((noinline)) static double through_global(const double *x, int n) { total = 1; accumulate(x, n); return total * total; }

volatile int two = 2;
int main(void) {
  int n = two;
  double a[2] = {0.5, 2}, b[2] = {1, 1.5}, da[2] = {0}, db[2] = {0};
  struct augmented first = __enzyme_augmentfwd_value((void *)work, enzyme_dup, a, da, enzyme_const, n, 2.0);
  struct augmented second = __enzyme_augmentfwd_value((void *)work, enzyme_dup, b, db, enzyme_const, n, 3.0);
  printf("%g %g | %g %g %g %g\n", first.value, second.value, a[0], a[1], b[0], b[1]);
  a[0] = a[1] = b[0] = b[1] = NAN;
  double scale = __enzyme_reverse_number((void *)work, enzyme_dup, a, da, enzyme_const, n, 2.0, 1.0, first.tape);
  printf("%.8g %.8g %.8g\n", da[0], da[1], scale);
  db[0] = 1; // of x[0] = copy[0] * copy[0]
  scale = __enzyme_reverse_number((void *)work, enzyme_dup, b, db, enzyme_const, n, 3.0, 0.5, second.tape);
  printf("%.8g %.8g %.8g\n", db[0], db[1], scale);

  double x = 0.75;
  struct augmented deep = __enzyme_augmentfwd_value((void *)power, x, enzyme_const, 3);
  printf("%.8g %.8g\n", deep.value, __enzyme_reverse_number((void *)power, x, enzyme_const, 3, 2.0, deep.tape));

  double u[2] = {2, 3}, v[2] = {4, 5}, du[2] = {0}, dv[2] = {0};
  struct augmented one = __enzyme_augmentfwd_value((void *)through_global, u, du, n);
  struct augmented other = __enzyme_augmentfwd_value((void *)through_global, v, dv, n);
  total = 1000;
  __enzyme_reverse((void *)through_global, u, du, n, 1.0, one.tape);
  __enzyme_reverse((void *)through_global, v, dv, n, 1.0, other.tape);
  printf("%g %g | %g %g %g %g\n", one.value, other.value, du[0], du[1], dv[0], dv[1]);
}
// prints: 12.3125 15.75 | 0.25 4 1 2.25
// prints: 13.125 8 6.15625
// prints: 11 4.5 2.625
// prints: 0.13361236 1.9294368
// prints: 225 2025 | 180 150 900 810
// modes: split
// feature: split
