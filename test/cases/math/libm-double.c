// Many functions at once; each one alone is tested with its rule.
double library(const double *x) {
  double a = x[0], b = x[1];
  return sin(a) * cos(b) + tan(a) + asin(a) - acos(b) + atan(a * b) + atan2(a, b) + sinh(a) * cosh(b) + tanh(a) + asinh(a)
    + acosh(1.5 + a) + atanh(b) + exp(a) * exp2(b) + expm1(a) + log(a + 2) + log2(b + 2) + log10(a + 3) + log1p(b)
    + pow(a + 1, b) + sqrt(a + 4) + cbrt(b + 3) + hypot(a, b) + erf(a) + erfc(b) + lgamma(a + 2) + tgamma(b + 2)
    + fabs(-a) + fmax(a, b) + fmin(a, b) + fma(a, b, a) + fdim(b, a) + fmod(a + 7, b + 1) + copysign(a, -b)
    + floor(a) * b + ceil(b) * a + round(a + 0.3) + trunc(b) + ldexp(a, 3);
}
// function: library
// at: x = [0.41, 0.63]
// gradient: finite-differences
// feature: math
