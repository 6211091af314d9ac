// Intrinsics of x86: extrema, horizontal sums, comparisons as masks, lanes of which one is computed.
#include <immintrin.h>
double sse(const double *x, int n) {
  __m128d sum = _mm_setzero_pd();
  for (int i = 0; i + 2 <= n; i += 2) {
    __m128d a = _mm_loadu_pd(x + i), b = _mm_max_pd(a, _mm_set1_pd(0.5));
    __m128d small = _mm_cmplt_pd(a, _mm_set1_pd(0.7));
    sum = _mm_add_pd(sum, _mm_mul_pd(b, _mm_sqrt_pd(_mm_min_pd(b, _mm_mul_pd(a, a)))));
    sum = _mm_add_pd(sum, _mm_blendv_pd(_mm_mul_pd(a, b), _mm_and_pd(small, a), small));
    sum = _mm_add_pd(_mm_hadd_pd(a, sum), _mm_addsub_pd(b, _mm_floor_pd(sum)));
  }
  sum = _mm_max_sd(sum, _mm_dp_pd(sum, sum, 0x31));
  return _mm_cvtsd_f64(sum) + 2 * _mm_cvtsd_f64(_mm_unpackhi_pd(sum, sum));
}
// function: sse
// at: x = [0.3, 0.65, 0.81, 1.1], n = 4
// gradient: finite-differences
// flags: -msse4.1
// feature: vectors
