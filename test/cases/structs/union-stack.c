// A stack machine whose cells are doubles at times and integers at others.
#include <math.h>
typedef union { double d; int i; long l; } word;
static __attribute__((noinline)) double run(const int *code, word *stack, const double *x) {
  int top = 0;
  for (;; code++) switch (*code) {
    case 0: return stack[top - 1].d;
    case 1: stack[top++].d = x[*++code]; break;
    case 2: stack[top++].i = *++code; break;
    case 3: stack[top - 1].d = (double)stack[top - 1].i; break;
    case 4: top--; stack[top - 1].d *= stack[top].d; break;
    case 5: stack[top] = stack[top - 1]; top++; break;
    case 6: { word t = stack[top - 1]; stack[top - 1] = stack[top - 2]; stack[top - 2] = t; break; }
    case 7: top--; stack[top - 1].d -= stack[top].d; break;
    default: return 0;
  }
}
double interpreted(const double *x, int n) {
  word stack[10];
  const int code[] = {1, 0, 5, 4, 2, 3, 3, 4, 1, 1, 6, 7, 5, 2, 7, 3, 4, 4, 0};
  return run(code, stack, x) * n;
}
// function: interpreted
// at: x = [0.3, -1.2], n = 5
// gradient: finite-differences
// feature: struct-by-value
