// Functions that are each other's derivatives, of the same number: the one before the other, behind it, in another block, in
// a loop, of constants too, and of numbers that change between them.
#include <math.h>
static double turn(double angle, double x, double y, int mirrored) {
  double s = sin(angle), c = cos(angle);
  double turned = c * x - s * y;
  if (mirrored) turned += sin(2 * angle) * s;
  else turned *= cos(angle + 1) * cos(angle);
  return turned;
}
double sine_and_cosine(const double *x, int n) {
  double sum = 1, angle = x[0];
  for (int i = 0; i < n; i++) {
    sum += turn(x[i], sum, x[(i + 1) % n], i % 2);
    double c = cos(angle);
    angle += 0.1 * c * x[i];
    sum += sin(angle) * c + sin(0.3) * cos(0.3) * x[i];
    double half = 0.5 * sum;
    sum += 0.1 * sin(half) + 0.2 * cos(half);
    if (x[i] > 0.5) sum += cosh(x[i]) * sinh(x[i]) * log(x[i]) * pow(x[i], 1.5);
  }
  return sum + sin(angle) / cos(angle);
}
// feature: math
// function: sine_and_cosine
// at: x = [0.3, -1.2, 0.8, 0.9], n = 4
// gradient: finite-differences
