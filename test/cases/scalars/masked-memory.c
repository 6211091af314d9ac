// The rest of an array that does not fill a vector: loads and stores under masks, and a gather.
#include <immintrin.h>
double masked(const double *x, double *y, int n) {
  double sum = 0;
  for (int i = 0; i < n; i += 4) {
    __m256i mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(n - i), _mm256_set_epi64x(3, 2, 1, 0));
    __m256d a = _mm256_maskload_pd(x + i, mask), b = _mm256_mul_pd(a, _mm256_add_pd(a, _mm256_set1_pd(x[0])));
    _mm256_maskstore_pd(y + i, mask, b);
    __m256d g = _mm256_i64gather_pd(x, _mm256_set_epi64x(3, 1, 2, 0), 8), h = _mm256_hadd_pd(_mm256_mul_pd(g, a), b);
    __m256d fixed = _mm256_maskload_pd(x, _mm256_set_epi64x(-1, 0, -1, 0));
    h = _mm256_add_pd(h, _mm256_mul_pd(fixed, b));
    sum += _mm256_cvtsd_f64(h) + 2 * _mm_cvtsd_f64(_mm256_extractf128_pd(h, 1)) + _mm256_cvtsd_f64(_mm256_unpackhi_pd(h, h));
  }
  return sum;
}
// function: masked
// at: x = [0.3, 0.65, 0.81, 1.1, 0.7, 0.2], y = [1, 2, 3, 4, 5, 6], n = 6
// gradient: finite-differences
// flags: -mavx2
// feature: vectors
