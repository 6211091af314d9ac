// The gradient of a function in D: see docs/other-languages.md.
import core.stdc.math : exp, tanh;
import core.stdc.stdio : printf;

// `ribozyme opt` replaces calls of this; what stands before an argument says what it is.
extern (C) void __enzyme_autodiff(void*, ...);
extern (C) extern __gshared int enzyme_dup;

double weighted(const(double)[] values, scope double delegate(double) shape) {
  double sum = 0;
  foreach (i, v; values) sum += shape(v) * (i + 1);
  return sum;
}

// Slices are taken apart where the function is called: pointers have shadows, lengths have none.
extern (C) double loss(const(double)* data, size_t n) {
  auto values = data[0 .. n];
  double scale = values[0];
  return weighted(values, (double v) => tanh(v * scale)) * exp(-values[$ - 1]);
}

extern (C) int main() {
  double[3] x = [0.7, -0.4, 1.3], dx = 0;
  __enzyme_autodiff(cast(void*) &loss, enzyme_dup, x.ptr, dx.ptr, size_t(3));
  printf("gradient           %.6f %.6f %.6f\n", dx[0], dx[1], dx[2]);
  enum h = 1e-6;
  printf("finite differences");
  foreach (i; 0 .. 3) {
    double[3] up = x, down = x;
    up[i] += h, down[i] -= h;
    printf(" %.6f", (loss(up.ptr, 3) - loss(down.ptr, 3)) / (2 * h));
  }
  printf("\n");
  return 0;
}
