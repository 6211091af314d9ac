module whole;
import core.stdc.math : exp, tanh;

// The two functions that `ribozyme opt` replaces, and the markers before their arguments.
extern (C) double __enzyme_fwddiff(void*, ...);
extern (C) void __enzyme_autodiff(void*, ...);
extern (C) extern __gshared int enzyme_dup, enzyme_const;

struct Point {
  double x, y;
  double norm() const { return x * x + y * y; }
}

double weighted(const(double)[] values, scope double delegate(double) shape) {
  double sum = 0;
  foreach (i, v; values) sum += shape(v) * (i + 1);
  return sum;
}

extern (C) double subject(const(double)* data, size_t n) {
  auto values = data[0 .. n];
  double scale = values[0];
  auto p = Point(values[1], values[$ - 1]);
  return weighted(values, (double v) => tanh(v * scale)) * exp(-p.norm());
}

extern (C) double primal(const(double)* z, double* after) { return subject(z, 3); }

extern (C) double forward(const(double)* z, const(double)* dz, double* after, double* dafter) {
  return __enzyme_fwddiff(cast(void*) &subject, enzyme_dup, z, dz, enzyme_const, size_t(3));
}

extern (C) void reverse(const(double)* z, double* after, double* adjoint) {
  __enzyme_autodiff(cast(void*) &subject, enzyme_dup, z, adjoint, enzyme_const, size_t(3));
}
