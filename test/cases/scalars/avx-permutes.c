// Instructions of AVX, AVX2 and FMA that choose lanes by an index, subtract and add by turns, or convert.
#include <immintrin.h>
double avx_permutes(const double *x, int n) {
  __m256d a = _mm256_loadu_pd(x), b = _mm256_loadu_pd(x + 2);
  __m256d c = _mm256_permutevar_pd(a, _mm256_setr_epi64x(n - 4, 0, n - 5, 2));
  __m256d d = _mm256_fmaddsub_pd(a, c, b);
  __m256 f = _mm256_castps128_ps256(_mm256_cvtpd_ps(_mm256_set1_pd(n)));
  f = _mm256_permutevar8x32_ps(f, _mm256_setr_epi32(3, 2, 1, 0, n - 6, 1, 2, 3));
  __m256d e = _mm256_mul_pd(d, _mm256_cvtps_pd(_mm256_castps256_ps128(f)));
  double out[4];
  _mm256_storeu_pd(out, e);
  return out[0] + 2 * out[1] * out[3] + 3 * out[2];
}
// function: avx_permutes
// at: x = [0.3, -1.2, 0.7, 1.9, -0.4, 0.6], n = 6
// gradient: finite-differences
// flags: -mavx2 -mfma
// feature: vectors
