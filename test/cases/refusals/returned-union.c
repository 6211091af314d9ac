// A union of a number and an integer that is returned in a register: nothing says what it holds, and the number must not get lost.
double __enzyme_autodiff(void *, ...);
struct value { union { double r; int k; } u; int tag; };
__attribute__((noinline)) static struct value integer(int k) { struct value v; v.u.k = k, v.tag = 1; return v; }
__attribute__((noinline)) static struct value real(double r) { struct value v; v.u.r = r, v.tag = 0; return v; }
__attribute__((noinline)) static struct value either(double x, int n) { return n > 2 ? integer(n) : real(x); }
__attribute__((noinline)) static double number(double x, int n) { struct value v = either(x * x, n); return v.tag ? v.u.k : v.u.r; }
int main(int n, char **arguments) { (void)arguments; return (int)__enzyme_autodiff((void *)number, 3.0, n); }
// error: RZ3005
// says: packed into an integer
// feature: refusals
