/**
 * Expressions in which rules state partial derivatives: small immutable trees over the operands and the result of the
 * primal instruction. From one statement follow the tangent, the adjoint, higher orders (the code made from it can be
 * differentiated again) and what the reverse pass needs (the operands and result that the tree mentions).
 */
import type { FloatPredicate } from '../ir/index.js';

export type Expression =
  /** Operand `index` of the primal call or instruction. */
  | { readonly kind: 'operand'; readonly index: number }
  /** The primal result. */
  | { readonly kind: 'result' }
  /** A number, rounded to the format of the rule's result. */
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'binary'; readonly opcode: 'fadd' | 'fsub' | 'fmul' | 'fdiv'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  /** A function of `math.ts` by its base name (`sin`), in the format of the rule's result. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** `condition ? whenTrue : whenFalse`, without evaluating a derivative of the condition. */
  | { readonly kind: 'select'; readonly condition: Condition; readonly whenTrue: Expression; readonly whenFalse: Expression };

export interface Condition { readonly predicate: FloatPredicate; readonly left: Expression; readonly right: Expression }

/** Numbers stand for themselves in the helpers below. */
export type Term = Expression | number;

export function term(value: Term): Expression { return typeof value === 'number' ? { kind: 'number', value } : value; }

const binary = (opcode: 'fadd' | 'fsub' | 'fmul' | 'fdiv') => (left: Term, right: Term): Expression =>
  ({ kind: 'binary', opcode, left: term(left), right: term(right) });

export const add = binary('fadd');
export const sub = binary('fsub');
export const mul = binary('fmul');
export const div = binary('fdiv');
export function neg(operand: Term): Expression { return { kind: 'negate', operand: term(operand) }; }
export function call(name: string, ...args: Term[]): Expression { return { kind: 'call', name, args: args.map(term) }; }
export function select(predicate: FloatPredicate, left: Term, right: Term, whenTrue: Term, whenFalse: Term): Expression {
  return { kind: 'select', condition: { predicate, left: term(left), right: term(right) }, whenTrue: term(whenTrue), whenFalse: term(whenFalse) };
}

/** The operands that an expression mentions, and whether it mentions the result. */
export function mentions(expression: Expression, found: { operands: Set<number>; result: boolean } = { operands: new Set(), result: false }): { operands: Set<number>; result: boolean } {
  switch (expression.kind) {
    case 'operand': found.operands.add(expression.index); break;
    case 'result': found.result = true; break;
    case 'number': break;
    case 'negate': mentions(expression.operand, found); break;
    case 'binary': mentions(expression.left, found); mentions(expression.right, found); break;
    case 'call': expression.args.forEach((arg) => mentions(arg, found)); break;
    case 'select':
      [expression.condition.left, expression.condition.right, expression.whenTrue, expression.whenFalse].forEach((e) => mentions(e, found));
  }
  return found;
}
