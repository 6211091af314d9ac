/**
 * Derivatives of C functions. Compile with `ribozyme clang ...` (or `ribozyme run`), which replaces every call below by
 * the derivative it asks for:
 *
 *     double square(double x) { return x * x; }
 *     double d = __enzyme_autodiff((void *)square, 3.0);                   // reverse mode: 6
 *     double t = __enzyme_fwddiff((void *)square, 3.0, 1.0);               // forward mode: 6
 *
 *     double norm(const double *x, int n);
 *     __enzyme_autodiff((void *)norm, enzyme_dup, x, dx, enzyme_const, n); // adds the gradient into dx
 *
 * A call is recognised by its name, which may have any suffix; a function with another result type is declared so:
 *
 *     struct gradient { double x, y; };
 *     struct gradient __enzyme_autodiff_xy(void *, ...);
 *
 * Define RIBOZYME_NO_PROTOTYPES to declare `__enzyme_autodiff` and `__enzyme_fwddiff` yourself.
 */
#ifndef RIBOZYME_AUTODIFF_H
#define RIBOZYME_AUTODIFF_H

/** Before an argument: it has no derivative. The default for integers. */
extern int enzyme_const;
/** Before a number, in reverse mode: its derivative is returned. The default for floating-point numbers. */
extern int enzyme_out;
/** Before an argument and its shadow (a pointer to derivatives, or a tangent). The default for pointers. */
extern int enzyme_dup;
/** As enzyme_dup, where what the function writes through the argument itself is not needed. */
extern int enzyme_dupnoneed;
/** Before the arguments: return the function's own result too, ahead of the derivatives. */
extern int enzyme_primal_return;
/** Before the arguments, with a number N after it: N directions at once. N shadows follow each duplicated argument. */
extern int enzyme_width;
/** As enzyme_dup (enzyme_dupnoneed), with a number of bytes, the argument, and where the first of N shadows is: so far apart are they. */
extern int enzyme_dupv, enzyme_dupnoneedv;
/** Before the arguments: what the result is. By default numbers are active, and pointers have a shadow. */
extern int enzyme_const_return, enzyme_active_return, enzyme_dup_return, enzyme_noret;
/** Before the arguments of the halves of a derivative: where the tape is; how many bytes it may have; that it is used once more. */
extern int enzyme_tape, enzyme_allocated, enzyme_nofree;
/** Before an argument of both halves: the memory behind it stays as it is in between. */
extern int enzyme_not_overwritten;

#ifndef RIBOZYME_NO_PROTOTYPES
#ifdef __cplusplus
/** Reverse mode; the derivatives of the `out` arguments are returned, as a number or a struct of them. */
template <typename Result = double, typename... Arguments> Result __enzyme_autodiff(void *function, Arguments... arguments);
/** Forward mode; the tangent of the result is returned. */
template <typename Result = double, typename... Arguments> Result __enzyme_fwddiff(void *function, Arguments... arguments);
#else
/** Reverse mode; the derivative of the `out` argument is returned. */
double __enzyme_autodiff(void *function, ...);
/** Forward mode; the tangent of the result is returned. */
double __enzyme_fwddiff(void *function, ...);
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Reverse mode, for functions whose derivatives all go into shadows. */
void __enzyme_autodiff_void(void *function, ...);
/** Forward mode, for functions whose tangents all go into shadows. */
void __enzyme_fwddiff_void(void *function, ...);
/** In single precision. */
float __enzyme_autodiff_float(void *function, ...);
float __enzyme_fwddiff_float(void *function, ...);

/** Before the arguments: all arguments come first, then all shadows. */
extern int enzyme_interleave;
/** Before a pointer, with a number of bytes: so many bytes behind it are the argument. */
extern int enzyme_byref;
/** Before the arguments: a pointer that equals its shadow is constant. */
extern int enzyme_runtime_activity;
/** Before the arguments: what does not vary has no part in a derivative, though its factor be infinite. */
extern int enzyme_strong_zero;
/** In a batch: the same value for all; N values; a byte distance, and where the first of N values is. */
extern int enzyme_scalar, enzyme_vector, enzyme_buffer;

#ifndef RIBOZYME_NO_PROTOTYPES
/**
 * The halves of reverse mode. The first returns the tape (or a struct of it, the result, and the shadow of the result), the
 * second takes, after the same arguments, the seed of an active result, then the tape:
 *
 *     struct augmented { void *tape; double value; } __enzyme_augmentfwd_value(void *, ...);
 *     struct augmented a = __enzyme_augmentfwd_value((void *)norm, x, dx, n);
 *     __enzyme_reverse((void *)norm, x, dx, n, 1.0, a.tape);
 */
void *__enzyme_augmentfwd(void *function, ...);
void __enzyme_reverse(void *function, ...);
/** How many bytes the tape needs: `__enzyme_augmentsize((void *)norm, enzyme_dup, enzyme_const)`. */
unsigned long __enzyme_augmentsize(void *function, ...);
/**
 * The second half of forward mode, behind `__enzyme_augmentfwd`: the arguments with their tangents, then the tape. What it needs of the
 * function's values is on the tape, and all that happens to shadows happens in it.
 *
 *     double t = __enzyme_fwdsplit((void *)norm, x, dx, n, a.tape);
 */
double __enzyme_fwdsplit(void *function, ...);
/** As forward mode, with bounds of rounding errors in place of tangents. */
double __enzyme_error_estimate(void *function, ...);
/**
 * The function with operations on numbers of one width rounded to another: `__enzyme_truncate_op_func((void *)f, 64, 32)`, or to
 * so many bits of exponent and significand: `__enzyme_truncate_op_func((void *)f, 64, 8, 7)`.
 */
void *__enzyme_truncate_op_func(void *function, ...);
#endif

#ifdef __cplusplus
}
#endif
#endif
