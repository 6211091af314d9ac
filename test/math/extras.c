// Functions of C23 and OpenCL that the C libraries of today lack, for the tests of their derivatives: in the three
// formats, computed in long double. Compiled by an ordinary compiler and linked with the program under test.
#define _GNU_SOURCE
#include <math.h>

#define UNARY(fn, formula)                                        \
  long double fn##l(long double x) { return formula; }            \
  double fn(double x) { return (double)fn##l(x); }                \
  float fn##f(float x) { return (float)fn##l(x); }
#define BINARY(fn, other, formula)                                \
  long double fn##l(long double x, other y) { return formula; }   \
  double fn(double x, other y) { return (double)fn##l(x, y); }    \
  float fn##f(float x, other y) { return (float)fn##l(x, y); }

static const long double pi = 3.14159265358979323846264338327950288L;

UNARY(exp2m1, expm1l(x * logl(2.0L)))
UNARY(exp10m1, expm1l(x * logl(10.0L)))
UNARY(log2p1, log1pl(x) / logl(2.0L))
UNARY(log10p1, log1pl(x) / logl(10.0L))
UNARY(rsqrt, 1 / sqrtl(x))
UNARY(sinpi, sinl(pi * x))
UNARY(cospi, cosl(pi * x))
UNARY(tanpi, tanl(pi * x))
UNARY(asinpi, asinl(x) / pi)
UNARY(acospi, acosl(x) / pi)
UNARY(atanpi, atanl(x) / pi)
BINARY(pown, long long, powl(x, (long double)y))
BINARY(rootn, long long, powl(x, 1 / (long double)y))
BINARY(compoundn, long long, powl(1 + x, (long double)y))

long double powrl(long double x, long double y) { return powl(x, y); }
double powr(double x, double y) { return pow(x, y); }
float powrf(float x, float y) { return powf(x, y); }
long double atan2pil(long double x, long double y) { return atan2l(x, y) / pi; }
double atan2pi(double x, double y) { return (double)atan2pil(x, y); }
float atan2pif(float x, float y) { return (float)atan2pil(x, y); }

void sincospil(long double x, long double *s, long double *c) { *s = sinpil(x), *c = cospil(x); }
void sincospi(double x, double *s, double *c) { *s = sinpi(x), *c = cospi(x); }
void sincospif(float x, float *s, float *c) { *s = sinpif(x), *c = cospif(x); }

// From CUDA's library: the inverse error functions by Newton's method, which converges from below.
static long double inverse_erf(long double y) {
  if (y < 0) return -inverse_erf(-y);
  long double x = 0.886L * y;
  for (int i = 0; i < 100; i++) x += (y - erfl(x)) * expl(x * x) * sqrtl(pi) / 2;
  return x;
}
UNARY(rcbrt, 1 / cbrtl(x))
UNARY(erfinv, inverse_erf(x))
UNARY(erfcinv, inverse_erf(1 - x))
UNARY(erfcx, expl(x * x) * erfcl(x))
UNARY(normcdf, erfcl(-x / sqrtl(2)) / 2)
UNARY(normcdfinv, inverse_erf(2 * x - 1) * sqrtl(2))
