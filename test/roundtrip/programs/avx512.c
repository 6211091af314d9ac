// flags: -mavx512f -mavx512vl -mavx512bw
// run: no
#include <immintrin.h>
float reduce(const float *a, long n) {
  __m512 s = _mm512_setzero_ps();
  for (long i = 0; i < n; i += 16) {
    __mmask16 m = _mm512_cmp_ps_mask(_mm512_loadu_ps(a + i), s, _CMP_LT_OS);
    s = _mm512_mask_add_ps(s, m, s, _mm512_maskz_loadu_ps(m, a + i));
  }
  return _mm512_reduce_add_ps(s);
}
__m512i compress(__m512i v, __mmask16 m) {
  return _mm512_maskz_compress_epi32(m, _mm512_ternarylogic_epi32(v, v, v, 0x96));
}
void scatter(int *base, __m512i index, __m512i v) { _mm512_i32scatter_epi32(base, index, v, 4); }
