/**
 * Derivatives as data. A rule states, for each number that an instruction or a function computes, its partial derivative
 * with respect to each operand as a small expression in the operands and the result. The tangent (sum of tangent times
 * partial), the adjoint (seed times partial, added to each operand), higher orders, and what the reverse pass needs of
 * the primal (`mentions`) all follow from that one statement.
 *
 * - `binaryRules`, `negateRule`, `castRules`: instructions, complete over the opcodes of `ir/`.
 * - `findRule(name)`: functions without a body: mathematics, memory, functions that carry no derivative, refusals.
 * - `emitProduct(seed, partial, ...)`: the instructions for `seed * partial`; `emitExpression` for the partial alone.
 *
 * Invariant: an expression is evaluated where its operands are available, with no side effect, and what is emitted for it
 * can be differentiated again. What happens at singular points is in each row, and in `docs/singular-points.md`.
 *
 * Theory: Griewank & Walther, "Evaluating Derivatives", 2nd ed., SIAM 2008, chapters 2 and 3.
 */
export {
  type Condition, type Expression, type FloatOpcode, type Mentions, type Term, formula, mapParts, mentions,
} from './expression.js';
export type { Interval, MathRow, Output, Partial, Place, Role } from './row.js';
export { type MathName, isMathName, mathRow, mathTable } from './math.js';
export { type ComplexName, complexTable } from './complex.js';
export { type CastRule, binaryRules, castRules, identityRow, negateRule } from './instructions.js';
export type { InactiveRule, Writes } from './inactive.js';
export type { DeallocatorName, MemoryRule } from './memory.js';
export type { MirrorRule } from './mirror.js';
export type { RefusedRule } from './refused.js';
export type { WithinRule } from './within.js';
export { type LinearCastRule, type MathRule, type Rule, type SumRule, complexHelperPrefix, findRule, ruleNames, ruleOverBody } from './registry.js';
export {
  type DeclaredRule, declaredAtCall, declaredAttributes, declaredRule, declaredValue, isInactiveGlobal, isRecomputed, namedInMetadata, ruleMetadata,
} from './declared.js';
export { type CustomRule, type ForwardShape, type Part, type ReverseShape, forwardShape, returnedType, returnsThroughMemory, reverseShape } from './custom.js';
export {
  type BlasName, type BlasRule, type OperandKind, findBlas, isByReference, nameByColumns, operandKind, operandsOf, returnsNumber, writtenOperands,
} from './blas.js';
export { type EmitContext, derivativeFlags, emitExpression, emitProduct, isBounded, productEmitter } from './emit.js';
export { callFunction } from './callee.js';
export { mayUnwind } from './unwinding.js';
