// The fast Fourier transform in place, by halves: a weighted sum of fourth powers of the spectrum, by the signal.
#include "bench.h"

enum { POINTS = 4096 };

/** z: n complex numbers, every other number the imaginary part; roots: exp(-2 pi i k / n) for k < n/2, likewise. */
static void transform(double *restrict z, size_t n, size_t stride, const double *restrict roots) {
  if (n == 1) return;
  size_t half = n / 2;
  transform(z, half, 2 * stride, roots);
  transform(z + n, half, 2 * stride, roots);
  for (size_t k = 0; k < half; k++) {
    double c = roots[2 * k * stride], s = roots[2 * k * stride + 1];
    double re = z[n + 2 * k] * c - z[n + 2 * k + 1] * s, im = z[n + 2 * k] * s + z[n + 2 * k + 1] * c;
    z[n + 2 * k] = z[2 * k] - re;
    z[n + 2 * k + 1] = z[2 * k + 1] - im;
    z[2 * k] += re;
    z[2 * k + 1] += im;
  }
}

static void reverse_bits(double *z, size_t n) {
  for (size_t i = 1, j = 0; i < n; i++) {
    size_t bit = n / 2;
    for (; j & bit; bit /= 2) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    double re = z[2 * i], im = z[2 * i + 1];
    z[2 * i] = z[2 * j];
    z[2 * i + 1] = z[2 * j + 1];
    z[2 * j] = re;
    z[2 * j + 1] = im;
  }
}

PRIMAL double spectrum(size_t n, const double *signal, const double *roots, const double *weights) {
  double *z = malloc(2 * n * sizeof *z), total = 0;
  memcpy(z, signal, 2 * n * sizeof *z);
  reverse_bits(z, n);
  transform(z, n, 1, roots);
  for (size_t k = 0; k < n; k++) {
    double power = z[2 * k] * z[2 * k] + z[2 * k + 1] * z[2 * k + 1];
    total += weights[k] * power * power;
  }
  free(z);
  return total;
}

SHARED double *signal_, *roots, *weights;

#ifdef DERIVATIVES
void run_gradient(double *gradient) {
  memset(gradient, 0, 2 * POINTS * sizeof *gradient);
  __enzyme_autodiff((void *)spectrum, enzyme_const, (size_t)POINTS, enzyme_dup, signal_, gradient, enzyme_const, roots, enzyme_const, weights);
}
#else
const char *const problem_name = "FFT";
size_t set_up(void) {
  signal_ = numbers(2 * POINTS, 1, 0);
  roots = malloc(POINTS * sizeof *roots);
  weights = numbers(POINTS, 1, 0);
  for (size_t k = 0; k < POINTS / 2; k++) {
    double angle = -2 * 3.14159265358979323846 * (double)k / POINTS;
    roots[2 * k] = cos(angle);
    roots[2 * k + 1] = sin(angle);
  }
  return 2 * POINTS;
}
double run_primal(void) { return spectrum(POINTS, signal_, roots, weights); }

/** The transform is linear: its adjoint is the transform with conjugate roots, which is this one between two conjugations. */
void run_by_hand(double *restrict gradient) {
  memcpy(gradient, signal_, 2 * POINTS * sizeof *gradient);
  reverse_bits(gradient, POINTS);
  transform(gradient, POINTS, 1, roots);
  for (size_t k = 0; k < POINTS; k++) {
    double re = gradient[2 * k], im = gradient[2 * k + 1], scale = 4 * weights[k] * (re * re + im * im);
    gradient[2 * k] = scale * re;
    gradient[2 * k + 1] = -scale * im;
  }
  reverse_bits(gradient, POINTS);
  transform(gradient, POINTS, 1, roots);
  for (size_t k = 0; k < POINTS; k++) gradient[2 * k + 1] = -gradient[2 * k + 1];
}
#endif
