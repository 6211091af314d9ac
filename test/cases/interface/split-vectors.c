// Vectors on the tape between the halves, which `malloc` and callers put where it suits them.
#include <immintrin.h>
#include <stdio.h>
#include <stdlib.h>
extern int enzyme_const, enzyme_dup, enzyme_tape, enzyme_allocated;
void *__enzyme_augmentfwd(void *, ...);
void __enzyme_reverse(void *, ...);
void __enzyme_augmentfwd_into(void *, ...);
void __enzyme_reverse_from(void *, ...);
__attribute__((noinline)) static void f(double *x, int n) {
  __m256d a = _mm256_loadu_pd(x), b = _mm256_mul_pd(a, _mm256_set1_pd(n));
  _mm256_storeu_pd(x, _mm256_mul_pd(_mm256_mul_pd(b, a), a));
}
int main(void) {
  int right = 0;
  for (int i = 0; i < 8; i++) {
    void *between = malloc(8 + 16 * i);
    double x[4] = {1, 2, 3, 4}, dx[4] = {0};
    void *tape = __enzyme_augmentfwd((void *)f, enzyme_dup, x, dx, enzyme_const, 2);
    for (int k = 0; k < 4; k++) x[k] = 0, dx[k] = 1;
    __enzyme_reverse((void *)f, enzyme_dup, x, dx, enzyme_const, 2, tape);
    for (int k = 0; k < 4; k++) right += dx[k] == 6.0 * (k + 1) * (k + 1);
    double *room = malloc(1024), y[4] = {1, 2, 3, 4}, dy[4] = {0};
    __enzyme_augmentfwd_into((void *)f, enzyme_tape, room + i, enzyme_allocated, 512, enzyme_dup, y, dy, enzyme_const, 2);
    for (int k = 0; k < 4; k++) y[k] = 0, dy[k] = 1;
    __enzyme_reverse_from((void *)f, enzyme_tape, room + i, enzyme_allocated, 512, enzyme_dup, y, dy, enzyme_const, 2);
    for (int k = 0; k < 4; k++) right += dy[k] == 6.0 * (k + 1) * (k + 1);
    free(room);
    free(between);
  }
  printf("%d\n", right);
}
// prints: 64
// modes: split
// flags: -mavx2
// feature: split
