// A union of a number and an integer that is returned in a register, by one function or another.
struct value { union { double r; int k; } u; int tag; };
__attribute__((noinline)) static struct value integer(int k) { struct value v; v.u.k = k, v.tag = 1; return v; }
__attribute__((noinline)) static struct value real(double r) { struct value v; v.u.r = r, v.tag = 0; return v; }
__attribute__((noinline)) static struct value either(double x, int n) { return n > 2 ? integer(n) : real(x); }
double number(double x, double y) {
  double sum = 0;
  for (int n = 0; n < 5; n++) {
    struct value v = either(x * y, n);
    sum += (v.tag ? v.u.k : v.u.r) * y;
  }
  return sum;
}
// function: number
// at: x = 3.1, y = -0.7
// gradient: finite-differences
// feature: struct-by-value
