/**
 * What every problem of the benchmark has in common. A problem is one file that is compiled twice: by plain clang, for
 * the primal and the adjoint written by hand, and with DERIVATIVES defined by `ribozyme clang`, for the gradient.
 *
 * It defines: `problem_name`; `size_t set_up(void)`, which makes the inputs and tells how many derivatives there are;
 * `double run_primal(void)`; `void run_by_hand(double *gradient)`; and, under DERIVATIVES, `void run_gradient(double *)`.
 * Both leave the gradient in an array that they find dirty.
 */
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef DERIVATIVES
#include <ribozyme/autodiff.h>
#endif

/** Inputs, made by `set_up` and read by both halves. */
#if defined DERIVATIVES || defined TAPED
#define SHARED extern
#else
#define SHARED
#endif

/** What derivatives are taken of, and arrays of it. */
#ifdef TAPED
#include "taped.h"
#else
typedef double real;
#define NEW(count) malloc((count) * sizeof(real))
#define DELETE(array) free(array)
#endif

/** The function to differentiate: each half has its own copy, unless somebody else is to call it. */
#ifndef PRIMAL
#define PRIMAL static __attribute__((unused))
#endif

#ifdef __cplusplus
extern "C" {
#endif
extern const char *const problem_name;
size_t set_up(void);
double run_primal(void);
void run_by_hand(double *gradient);
void run_gradient(double *gradient);
#ifdef __cplusplus
}
#endif

/** The same numbers on every machine, in (-1, 1). */
static inline double noise(void) {
  static unsigned long long state = 88172645463325252ull;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (double)(state >> 11) * 0x1p-52 - 1;
}

static inline double *numbers(size_t count, double scale, double offset) {
  double *x = (double *)malloc(count * sizeof *x);
  for (size_t i = 0; i < count; i++) x[i] = scale * noise() + offset;
  return x;
}
