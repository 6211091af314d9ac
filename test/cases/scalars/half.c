// Numbers of 16 bits with shadows of the same type: arithmetic, conversions, arrays, members, vectors. All numbers are exact.
#include <math.h>
#include <stdio.h>
#include <string.h>
#ifndef number
#define number _Float16
#endif
extern int enzyme_dup, enzyme_const, enzyme_out, enzyme_width;
void __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
number __enzyme_autodiff_number(void *, ...), __enzyme_fwddiff_number(void *, ...);
struct two { number a, b; } __enzyme_fwddiff_two(void *, ...);

typedef number lanes __attribute__((vector_size(16)));
struct mixed { number x; float y; number z[2]; double w; };
static number state[3];

static number dot(const number *a, const number *b, int n) { number s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }
double product(const number *a, const number *b, int n) { return dot(a, b, n); }
double sums(const number *a, int n) {
  double s = 0;
  for (int i = 0; i < n; i++) { float f = a[i]; number twice = (number)(f * 2.0f); s += f * f + (double)twice; }
  return s;
}
double in_place(number *a, const number *k) { for (int i = 0; i < 3; i++) a[i] = a[i] * *k + (number)1; return a[0] + a[1] * a[2]; }
double members(struct mixed *p) { p->z[0] = p->x * p->z[1]; return p->z[0] * p->y + p->w * p->x; }
double rounded(const float *w, const float *x, int n) {
  number h[4], copy[4];
  for (int i = 0; i < n; i++) h[i] = (number)w[i];
  memcpy(copy, h, sizeof h);
  float s = 0;
  for (int i = 0; i < n; i++) s += (float)(copy[i] * (number)x[i]);
  return s * s;
}
double vectors(const lanes *a, lanes *b, int n) { lanes s = {0}; for (int i = 0; i < n; i++) { s += a[i] * b[i]; b[i] = s; } return s[0] * s[3]; }
double through_global(const number *a) {
  for (int i = 0; i < 3; i++) state[i] = a[i] * a[i];
  float s = 0;
  for (int i = 0; i < 3; i++) s += state[i] * a[2 - i];
  return s;
}
double moved(number *a, int n) { memmove(a + 1, a, (n - 1) * sizeof *a); memset(a, 0, sizeof *a); double s = 0; for (int i = 0; i < n; i++) s += a[i] * a[i]; return s; }
number cube(number x) { return x * x * x; }
number slope(number x) { return __enzyme_autodiff_number((void *)cube, enzyme_out, x); }
number functions(number x) { return (number)(sqrtf((float)x) + cosf((float)x - 4)) + (number)fmaxf((float)x, 0.5f); }
number until(number x, number k) { while (x < (number)100) x = x * k; return x; }

static void print(const number *a, int n) { for (int i = 0; i < n; i++) printf("%g%c", (double)a[i], i < n - 1 ? ' ' : '\n'); }

int main(void) {
  number a[3] = {1, 2, -3}, b[3] = {4, 0.5, 2}, ta[3] = {1, 0, 2}, tb[3] = {0, 1, 1}, da[3] = {0}, db[3] = {0};
  __enzyme_autodiff((void *)product, a, da, b, db, 3);
  print(da, 3), print(db, 3);
  number ds[3] = {0}, c[3] = {1, 2, -3}, dc[3] = {0}, k = 2, dk = 0, tk = 1;
  __enzyme_autodiff((void *)sums, a, ds, 3);
  print(ds, 3);
  printf("%g %g\n", __enzyme_fwddiff((void *)product, a, ta, b, tb, 3), __enzyme_fwddiff((void *)sums, a, ta, 3));
  __enzyme_autodiff((void *)in_place, c, dc, &k, &dk);
  print(dc, 3), print(&dk, 1);
  number d[3] = {1, 2, -3}, td[3] = {1, 0, 0.5};
  printf("%g\n", __enzyme_fwddiff((void *)in_place, d, td, &k, &tk));
  print(td, 3);
  struct mixed p = {2, 3, {0, 5}, 7}, dp = {0}, q = p, tq = {1, 0, {0, 1}, 0};
  __enzyme_autodiff((void *)members, &p, &dp);
  printf("%g %g %g %g %g\n", (double)dp.x, dp.y, (double)dp.z[0], (double)dp.z[1], dp.w);
  printf("%g\n", __enzyme_fwddiff((void *)members, &q, &tq));
  float w[4] = {1, 2, -3, 0.5f}, x[4] = {4, 0.5f, 2, 8}, dw[4] = {0}, dx[4] = {0};
  __enzyme_autodiff((void *)rounded, w, dw, x, dx, 4);
  for (int i = 0; i < 4; i++) printf("%g %g%c", dw[i], dx[i], i < 3 ? ' ' : '\n');
  lanes va[2] = {{1, 2, 3, 4}, {2, 2, 2, 2}}, vb[2] = {{1, 1, 1, 1}, {0, 1, 0, 1}}, dva[2] = {{0}}, dvb[2] = {{0}};
  __enzyme_autodiff((void *)vectors, va, dva, vb, dvb, 2);
  print((number *)dva, 16), print((number *)dvb, 16);
  number e[3] = {1, 2, 3}, de[3] = {0}, te[3] = {0, 1, 0}, dm[3] = {0};
  __enzyme_autodiff((void *)through_global, e, de);
  print(de, 3);
  printf("%g\n", __enzyme_fwddiff((void *)through_global, e, te));
  __enzyme_autodiff((void *)moved, e, dm, 3);
  print(dm, 3);
  struct two t = __enzyme_fwddiff_two((void *)cube, enzyme_width, 2, (number)3, (number)1, (number)2);
  printf("%g %g %g\n", (double)t.a, (double)t.b, (double)__enzyme_fwddiff_number((void *)slope, enzyme_dup, (number)3, (number)1));
  printf("%g %g\n", (double)__enzyme_autodiff_number((void *)functions, (number)4), (double)__enzyme_fwddiff_number((void *)functions, enzyme_dup, (number)4, (number)2));
  printf("%g\n", (double)__enzyme_autodiff_number((void *)until, enzyme_out, (number)1, enzyme_const, (number)2));
}
// prints: 4 0.5 2
// prints: 1 2 -3
// prints: 4 6 -4
// prints: 7 -4
// prints: 2 -10 10
// prints: -24
// prints: -17
// prints: 3 2 -2
// prints: 22 10 0 6 2
// prints: 28
// prints: 24 6 3 12 12 -18 48 3
// prints: 6 0 0 1 0 0 0 0 0 0 0 1 0 0 0 0
// prints: 6 0 0 4 0 0 0 0 12 0 0 2 0 0 0 0
// prints: 15 12 7
// prints: 12
// prints: 2 4 0
// prints: 27 54 18
// prints: 1.25 2.5
// prints: 128
// feature: half
// since: 16
