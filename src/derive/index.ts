/**
 * Synthesis of derivatives. Forward mode: one sweep computes values and tangents (`tangent-sweep`). Reverse mode: the
 * augmented primal runs the program and writes the tape (`augmented-sweep`), the reverse function runs backwards and
 * accumulates adjoints (`reverse-sweep`); "gradient" is one call of each, which LLVM inlines into one another. Both
 * forward sweeps share how shadows of pointers are made (`forward-sweep`), both sweeps of reverse mode the plan.
 *
 * Picture: for `y = sin(x); *p = y` the augmented primal runs both, keeps what the plan says (`x`, or nothing if `x` can be
 * had again), and the reverse runs `dy = *dp; *dp = 0; dx += cos(x) * dy`.
 *
 * Invariants: the primal's effects happen exactly once, in the augmented primal; adjoints of numbers are zero when their
 * value is not live; a shadow has the structure of its primal.
 *
 * Theory: Griewank & Walther, "Evaluating Derivatives", 2nd ed., SIAM 2008, chapters 3, 4 and 6.
 */
export { Deriver, type PlannedFunction, Request } from './deriver.js';
export { exceptionOf } from './augmented-sweep.js';
export { emitRaise } from './raise.js';
export { type DerivativeOptions, type ReversePair, type Signature, type TangentFunction, defaultOptions, signatureKey } from './signature.js';
export { type Precision, ReducedPrecision, type Reduction } from './reduced-precision.js';
export { graveyardWords, releaseFunction } from './support.js';
export { wordType } from './types.js';
