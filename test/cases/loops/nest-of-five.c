// Five loops within each other, with values kept at every depth and read at others.
#include <math.h>
double nest(const double *x, int a, int b, int c, int d, int e) {
  double s = 0.1;
  for (int i = 0; i < a; i++) {
    double u = sin(s + x[0]);
    for (int j = 0; j < b; j++) {
      double v = cos(u * s + x[1]);
      for (int k = 0; k < c; k++) {
        double w = sin(v * s);
        for (int l = 0; l < d; l++) {
          for (int m = 0; m < e; m++) s = sin(0.3 * s * w + x[2] * u);
          s = 0.5 * s + v * w * x[3];
        }
        u += 0.2 * w * s;
      }
    }
    s = s * u;
  }
  return s;
}
// function: nest
// at: x = [0.3, -0.6, 0.8, 0.2], a = 2, b = 3, c = 2, d = 2, e = 3
// gradient: finite-differences
// feature: nested-loops
