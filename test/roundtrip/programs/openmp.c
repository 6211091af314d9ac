// flags: -fopenmp -Dmain=entry -fopenmp-version=45
// run: no
static int histogram[8];
double run(const double *x, double *y, int n) {
  double s = 0;
#pragma omp parallel for reduction(+ : s) schedule(dynamic, 16)
  for (int i = 0; i < n; i++) {
    y[i] = x[i] * 2;
    s += y[i];
  }
#pragma omp parallel
  {
#pragma omp for nowait
    for (int i = 0; i < n; i++) {
#pragma omp atomic
      histogram[i & 7]++;
    }
#pragma omp critical
    s += 1;
#pragma omp single
    s -= 1;
  }
#pragma omp simd
  for (int i = 0; i < n; i++) y[i] += 1;
  return s;
}
