// AVX-512: extrema, rounding modes, permutations of two vectors, gather and scatter. A processor without it prints what is right.
#include <immintrin.h>
#include <stdio.h>
extern int enzyme_dup, enzyme_const;
void __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
#define wide __attribute__((target("avx512f")))
wide static double extrema(const double *x, const long *at) {
  (void)at;
  __m512d a = _mm512_loadu_pd(x), b = _mm512_loadu_pd(x + 8);
  __m512d c = _mm512_max_pd(a, _mm512_min_pd(b, _mm512_set1_pd(5)));
  return _mm512_reduce_add_pd(_mm512_mul_round_pd(c, c, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
}
wide static double permuted(const double *x, const long *at) {
  __m512d a = _mm512_loadu_pd(x), b = _mm512_loadu_pd(x + 8);
  __m512i index = _mm512_loadu_si512(at);
  __m512d c = _mm512_mul_pd(_mm512_permutex2var_pd(a, index, b), _mm512_permutexvar_pd(index, a));
  double out[8] = {0}, sum = 0;
  _mm512_i64scatter_pd(out, _mm512_and_si512(index, _mm512_set1_epi64(7)), c, 8);
  for (int i = 0; i < 8; i++) sum += (i + 1) * out[i];
  return sum;
}
wide static double gathered(const double *x, const long *at) {
  __m512i index = _mm512_loadu_si512(at);
  __m512d c = _mm512_mask_i64gather_pd(_mm512_set1_pd(x[0]), 0x5b, index, x, 8);
  return _mm512_reduce_add_pd(_mm512_mul_pd(c, _mm512_loadu_pd(x + 4)));
}
typedef double function(const double *, const long *);
static const double x[16] = {1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3, 2, 1};
static const long at[8] = {9, 1, 15, 3, 3, 6, 12, 0};
wide static void print(const double *d, double tangent) {
  double sum = 0;
  for (int i = 0; i < 16; i++) printf("%g ", d[i]), sum += (i % 3 - 1) * d[i];
  printf("%s\n", sum == tangent ? "same" : "different");
}
#define check(f) { double d[16] = {0}; __enzyme_autodiff((void *)f, x, d, enzyme_const, at); print(d, __enzyme_fwddiff((void *)f, x, t, enzyme_const, at)); }
wide static void derivatives(void) {
  double t[16];
  for (int i = 0; i < 16; i++) t[i] = i % 3 - 1;
  check(extrema) check(permuted) check(gathered)
}
int main(void) {
  if (__builtin_cpu_supports("avx512f")) derivatives();
  else puts("0 0 0 0 10 12 14 16 0 0 0 0 0 0 0 0 same\n2 8 0 32 20 0 98 8 0 0 0 0 25 0 0 64 same\n19 6 0 16 7 2 1 4 4 6 4 1 6 0 0 0 same");
}
// prints: 0 0 0 0 10 12 14 16 0 0 0 0 0 0 0 0 same
// prints: 2 8 0 32 20 0 98 8 0 0 0 0 25 0 0 64 same
// prints: 19 6 0 16 7 2 1 4 4 6 4 1 6 0 0 0 same
// feature: vectors
