// The logarithm of a determinant, by Cholesky factorisation of a matrix that lives in a std::vector.
// Its gradient is the inverse of the matrix (here: read from the lower triangle, so off the diagonal it counts twice).
#include <cmath>
#include <cstdio>
#include <vector>

struct Matrix {
  int size;
  std::vector<double> entries;
  explicit Matrix(int n) : size(n), entries(n * n) {}
  double &operator()(int row, int column) { return entries[row * size + column]; }
  double operator()(int row, int column) const { return entries[row * size + column]; }
};

double log_determinant(const Matrix &a) {
  Matrix factor = a;
  double result = 0;
  for (int j = 0; j < a.size; j++) {
    for (int i = j; i < a.size; i++) {
      double sum = factor(i, j);
      for (int k = 0; k < j; k++) sum -= factor(i, k) * factor(j, k);
      factor(i, j) = i == j ? std::sqrt(sum) : sum / factor(j, j);
    }
    result += 2 * std::log(factor(j, j));
  }
  return result;
}

// The shadow of an object is another object of the same shape.
int enzyme_dup;
void __enzyme_autodiff(void *, ...);

int main() {
  const int n = 3;
  Matrix a(n), gradient(n);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) a(i, j) = 1.0 / (i + j + 1) + (i == j ? 1 : 0);  // a Hilbert matrix plus the identity

  __enzyme_autodiff((void *)log_determinant, enzyme_dup, &a, &gradient);

  std::printf("log determinant %.10g\n", log_determinant(a));
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= i; j++) std::printf("d / d a(%d, %d)   %.10g\n", i, j, gradient(i, j));
}
