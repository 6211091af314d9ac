// Everything in single precision, with its own library functions.
float wave(float x, const float *a, int n) {
  float s = 0;
  for (int i = 0; i < n; i++) s += sinf(x * a[i]) + expf(-a[i] * a[i]) * sqrtf(x);
  return s;
}
// function: wave
// at: x = 1.5, a = [0.25, 0.5, -0.75, 1], n = 4
// gradient: finite-differences
// tolerance: 2e-3
// feature: math
