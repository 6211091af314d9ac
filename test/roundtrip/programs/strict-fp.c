// flags: -ffp-model=strict
#include <stdio.h>
#include <fenv.h>
#pragma STDC FENV_ACCESS ON
__attribute__((noinline)) static double third(double x) { return x / 3.0 + (double)(float)x - (x < 1.0 ? 1 : (int)x); }
int main(void) {
  double a = third(1.7);
  fesetround(FE_UPWARD);
  double b = third(1.7);
  fesetround(FE_TONEAREST);
  printf("%.17g %d\n", a, b > a);
  return 0;
}
