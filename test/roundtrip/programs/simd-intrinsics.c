#include <emmintrin.h>
#include <stdio.h>
int main(void) {
  float x[16], y[16];
  for (int i = 0; i < 16; i++) {
    x[i] = i * 0.5f;
    y[i] = 8 - i;
  }
  __m128 s = _mm_setzero_ps();
  for (int i = 0; i < 16; i += 4) s = _mm_add_ps(s, _mm_mul_ps(_mm_loadu_ps(x + i), _mm_loadu_ps(y + i)));
  float out[4];
  _mm_storeu_ps(out, _mm_max_ps(s, _mm_shuffle_ps(s, s, _MM_SHUFFLE(0, 1, 2, 3))));
  printf("%g %g %g %g\n", out[0], out[1], out[2], out[3]);
  __m128i a = _mm_set_epi16(1, 2, 3, 4, 5, 6, 7, 8), b = _mm_set1_epi16(300);
  __m128i p = _mm_madd_epi16(a, b);
  __m128i z = _mm_packs_epi32(p, _mm_slli_epi32(p, 2));
  int mask = _mm_movemask_epi8(_mm_cmpgt_epi16(z, b));
  printf("%d %x\n", _mm_cvtsi128_si32(p), mask);
  __m128d d = _mm_sqrt_pd(_mm_set_pd(2, 3));
  double dd[2];
  _mm_storeu_pd(dd, d);
  printf("%.6f %.6f %d\n", dd[0], dd[1], _mm_comilt_sd(d, _mm_set1_pd(1.8)));
  return 0;
}
