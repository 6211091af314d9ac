// An integer cut from a float is piecewise constant; a float made from an integer is a constant.
double casts(double x, int k, unsigned char small, long long big) {
  int whole = (int)(x * 10.0);
  return x * (double)k + x * x * (double)small + sin(x) * (double)whole + x / (double)big + (double)(unsigned)k * x;
}
// function: casts
// at: x = 0.537, k = -7, small = 200, big = 123456789012
// gradient: finite-differences
// feature: casts
