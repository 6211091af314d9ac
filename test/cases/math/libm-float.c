// The same in single precision.
float library(const float *x) {
  float a = x[0], b = x[1];
  return sinf(a) * cosf(b) + tanf(a) + atanf(a * b) + tanhf(a) + expf(a) * exp2f(b) + logf(a + 2) + log1pf(b)
    + powf(a + 1, b) + sqrtf(a + 4) + cbrtf(b + 3) + hypotf(a, b) + erff(a) + fmaxf(a, b) + fmaf(a, b, a);
}
// function: library
// at: x = [0.41, 0.63]
// gradient: finite-differences
// tolerance: 2e-3
// feature: math
