// flags: -mavx2 -mfma
// run: no
#include <immintrin.h>
double dot(const double *a, const double *b, long n) {
  __m256d s = _mm256_setzero_pd();
  for (long i = 0; i < n; i += 4) s = _mm256_fmadd_pd(_mm256_loadu_pd(a + i), _mm256_loadu_pd(b + i), s);
  double o[4];
  _mm256_storeu_pd(o, s);
  return o[0] + o[1] + o[2] + o[3];
}
__m256i gather(const int *base, __m256i index, __m256i mask) {
  __m256i g = _mm256_mask_i32gather_epi32(_mm256_setzero_si256(), base, index, mask, 4);
  return _mm256_permutevar8x32_epi32(_mm256_shuffle_epi8(g, index), mask);
}
void masked(float *to, __m256 v, __m256i m) {
  _mm256_maskstore_ps(to, m, _mm256_blendv_ps(v, _mm256_rcp_ps(v), _mm256_castsi256_ps(m)));
}
