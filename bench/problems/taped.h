/**
 * For a problem whose gradient a tool makes that records the operations of a type of its own: ADOL-C. With TAPED 1 they are recorded for
 * each gradient, as they must be where the way through the program depends on the numbers; with TAPED 2 once, and each gradient reads that tape.
 */
#include <adolc/adolc.h>

#define restrict __restrict
typedef adouble real;
#define NEW(count) new real[count]
#define DELETE(array) delete[] array

template <class Function> void taped_gradient(double *derivatives, const double *x, int count, Function f) {
  static bool is_recorded = false;
  if (TAPED == 1 || !is_recorded) {
    trace_on(1);
    adouble *inputs = new adouble[count];
    for (int i = 0; i < count; i++) inputs[i] <<= x[i];
    double value;
    { adouble y = f(inputs); y >>= value; }
    delete[] inputs;
    trace_off();
    is_recorded = true;
  }
  gradient(1, count, x, derivatives);
}
