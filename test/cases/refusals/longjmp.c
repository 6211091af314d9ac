// A jump out of a callee.
#include <setjmp.h>
static jmp_buf out;
__attribute__((noinline)) static double inner(double x) { if (x > 100) longjmp(out, 1); return x * x; }
double f(double x) {
  if (setjmp(out)) return x;
  return inner(x) * x;
}
// function: f
// at: x = 1
// error: RZ3
// says: jmp
// feature: refusals
