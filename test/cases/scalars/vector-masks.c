// What a compare says is a mask of bits: a choice by `xor`, and a sign that is flipped where the mask is set.
#include <immintrin.h>
double signs(const double *x, const double *y, int n) {
  __m256d sum = _mm256_setzero_pd();
  for (int i = 0; i + 4 <= n; i += 4) {
    __m256d a = _mm256_loadu_pd(x + i), b = _mm256_loadu_pd(y + i);
    __m256d less = _mm256_cmp_pd(a, b, _CMP_LT_OQ);
    __m256d pick = _mm256_xor_pd(b, _mm256_and_pd(less, _mm256_xor_pd(a, b)));
    __m256d flip = _mm256_xor_pd(_mm256_mul_pd(a,a), _mm256_and_pd(less, _mm256_set1_pd(-0.0)));
    sum = _mm256_add_pd(sum, _mm256_mul_pd(pick, flip));
  }
  double s[4]; _mm256_storeu_pd(s, sum);
  return s[0]+s[1]+s[2]+s[3];
}
// function: signs
// at: x = [0.3, -0.65, 0.81, -1.1], y = [0.4, 0.5, -0.6, -0.7], n = 4
// gradient: finite-differences
// flags: -mavx
// feature: vectors, bits
