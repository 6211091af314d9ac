#include <complex.h>
#include <stdio.h>
static double complex poly(double complex z) { return z * z * z - 2.0 * z + 1.0 / z; }
static float complex mixed(float complex a, float b) { return a / b + conjf(a) * I; }
static long double complex wide(long double complex z) { return z * z / (z + 1.0L); }
int main(void) {
  double complex z = 1.0 + 2.0 * I;
  for (int i = 0; i < 5; i++) {
    z = poly(z) / (1 + cabs(z));
    printf("%.6f %.6f\n", creal(z), cimag(z));
  }
  float complex f = mixed(2.0f + 3.0f * I, 4.0f);
  printf("%.4f %.4f\n", crealf(f), cimagf(f));
  long double complex w = wide(1.0L + 1.0L * I);
  printf("%.6Lf %.6Lf\n", creall(w), cimagl(w));
  double complex e = cexp(I * 3.14159265358979);
  printf("%.4f %d\n", creal(e), e == e);
  return 0;
}
