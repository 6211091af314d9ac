// `float _Complex`, whose parts are the lanes of a vector on x86-64: operators and functions.
#include <complex.h>
double complex_float(const float *x) {
  float _Complex z = x[0] + I * x[1], w = x[2] - I * x[0];
  float _Complex all = cexpf(z) + clogf(w) + csqrtf(z * w) + csinf(z) * ccosf(w) + ctanf(z) + csinhf(w) + ccoshf(z) + ctanhf(w)
    + casinf(z) + cacosf(w) + catanf(z) + casinhf(w) + cacoshf(z) + catanhf(w) + cpowf(z, w) / (w + z * z);
  return cabsf(all) + cargf(z) + crealf(all * conjf(w)) + 2 * cimagf(all);
}
// function: complex_float
// at: x = [0.7, 0.4, 0.3]
// gradient: finite-differences
// tolerance: 1e-2
// feature: complex
