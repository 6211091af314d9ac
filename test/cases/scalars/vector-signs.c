// Signs copied from one vector to another through their bits, and a one with the sign of a number.
#include <immintrin.h>
double signs(const double *x, const double *y, int n) {
  __m128d sign = _mm_set1_pd(-0.0), sum = _mm_setzero_pd();
  for (int i = 0; i + 2 <= n; i += 2) {
    __m128d a = _mm_loadu_pd(x + i), b = _mm_loadu_pd(y + i);
    __m128d c = _mm_or_pd(_mm_and_pd(sign, b), _mm_andnot_pd(sign, a));
    __m128d d = _mm_xor_pd(a, _mm_and_pd(sign, b));
    __m128d one = _mm_or_pd(_mm_and_pd(sign, b), _mm_set1_pd(1.0));
    sum = _mm_add_pd(sum, _mm_add_pd(_mm_mul_pd(_mm_mul_pd(c, b),one), _mm_mul_pd(d, a)));
  }
  return _mm_cvtsd_f64(_mm_hadd_pd(sum, sum));
}
// function: signs
// at: x = [0.3, -0.65, 0.81, -1.1], y = [0.4, 0.5, -0.6, -0.7], n = 4
// gradient: finite-differences
// flags: -msse4.1
// feature: vectors, bits
