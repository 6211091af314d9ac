// Absolute values and opposite signs of numbers that are loaded and stored as vectors of integers.
#include <immintrin.h>
double signs(double *x, double *y, int n) {
  for (int i = 0; i + 4 <= n; i += 4) {
    __m256d a = _mm256_loadu_pd(x + i);
    _mm256_storeu_pd(y + i, _mm256_and_pd(a, _mm256_castsi256_pd(_mm256_set1_epi64x(0x7fffffffffffffff))));
    _mm256_storeu_pd(x + i, _mm256_xor_pd(a, _mm256_set1_pd(-0.0)));
  }
  double s = 0;
  for (int i = 0; i < n; i++) s += y[i] * y[i] * x[i];
  return s;
}
// function: signs
// at: x = [0.3, -0.65, 0.81, -1.1], y = [1,2,3,4], n = 4
// gradient: finite-differences
// flags: -mavx
// feature: vectors, bits
