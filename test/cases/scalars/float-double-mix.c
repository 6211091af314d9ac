// Single precision in the middle of double: fpext and fptrunc carry derivatives across.
double mixed(double x, float *w, int n) {
  float s = 0;
  for (int i = 0; i < n; i++) s += w[i] * (float)x;
  double t = s;
  return t * t + x;
}
// function: mixed
// at: x = 0.75, w = [0.5, -1.25, 2], n = 3
// gradient: finite-differences
// tolerance: 1e-4
// feature: casts, math
