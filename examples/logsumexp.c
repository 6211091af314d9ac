// log(sum(exp(x))) without overflow. Its gradient is the softmax of x, so the entries add up to one.
#include <math.h>
#include <stdio.h>

double logsumexp(const double *x, int n) {
  double max = x[0], sum = 0;
  for (int i = 1; i < n; i++) max = fmax(max, x[i]);
  for (int i = 0; i < n; i++) sum += exp(x[i] - max);
  return max + log(sum);
}

// An array is followed by its shadow: reverse mode adds the derivatives into that.
int enzyme_dup, enzyme_const;
void __enzyme_autodiff(void *, ...);

int main(void) {
  double x[4] = {1, 2, 3, 1000.5}, y[4] = {0.1, -0.7, 1.2, 0.4};
  double dx[4] = {0}, dy[4] = {0}, total = 0;
  __enzyme_autodiff((void *)logsumexp, enzyme_dup, x, dx, enzyme_const, 4);
  __enzyme_autodiff((void *)logsumexp, enzyme_dup, y, dy, enzyme_const, 4);
  printf("value    %.10g\ngradient", logsumexp(x, 4));
  for (int i = 0; i < 4; i++) printf(" %.10g", dx[i]);
  printf("\nvalue    %.10g\ngradient", logsumexp(y, 4));
  for (int i = 0; i < 4; i++) printf(" %.10g", dy[i]), total += dy[i];
  printf("\ntotal    %.10g\n", total);
}
