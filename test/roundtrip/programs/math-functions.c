#include <math.h>
#include <stdio.h>
#include <fenv.h>
int main(void) {
  double xs[] = {0.5, 1.0, 2.75, -1.25, 1e-10};
  for (int i = 0; i < 5; i++) {
    double x = xs[i];
    int e;
    double ip;
    printf("%.10g %.10g %.10g %.10g %.10g %.10g\n", sin(x), exp(x), fabs(x), floor(x), copysign(3.0, x),
           fma(x, x, 1.0));
    printf("%.10g %d %.10g %.10g %ld %.10g\n", frexp(x, &e), e, modf(x, &ip), hypot(x, 2), lrint(x), cbrt(x));
    printf("%.6g %.6g %.6g %d %d\n", (double)sqrtf((float)fabs(x)), (double)powf(2.f, (float)x), fmin(x, 0.7),
           signbit(x) != 0, isless(x, 1.0));
  }
  printf("%g %g %d\n", HUGE_VAL, -INFINITY, fpclassify(0.0) == FP_ZERO);
  printf("%.17g %a %a\n", 0.1, 1e-310, 0x1.fffffffffffffp1023);
  return fegetround() == FE_TONEAREST;
}
