// Sign masks over vectors of integers that hold two numbers each, and one that flips every other number.
#include <immintrin.h>
float signs(const float *x, const float *y, int n) {
  __m128 sum = _mm_setzero_ps();
  for (int i = 0; i + 4 <= n; i += 4) {
    __m128 a = _mm_loadu_ps(x + i), b = _mm_loadu_ps(y + i);
    __m128 absolute = _mm_castsi128_ps(_mm_and_si128(_mm_castps_si128(a), _mm_set1_epi32(0x7fffffff)));
    __m128 less = _mm_cmplt_ps(a, b);
    __m128 chosen = _mm_or_ps(_mm_and_ps(less, a), _mm_andnot_ps(less, _mm_mul_ps(b, absolute)));
    sum = _mm_add_ps(sum, _mm_mul_ps(absolute, _mm_xor_ps(chosen, _mm_set_ps(0, -0.f, 0, -0.f))));
  }
  float s[4]; _mm_storeu_ps(s, sum);
  return s[0]+s[1]+s[2]+s[3];
}
// function: signs
// at: x = [0.3, -0.65, 0.81, -1.1], y = [0.4, 0.5, -0.6, -0.7], n = 4
// gradient: finite-differences
// tolerance: 1e-3
// flags: -msse4.1
// feature: vectors, bits
