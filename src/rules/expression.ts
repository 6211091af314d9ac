/**
 * Expressions in which rules state partial derivatives: small immutable trees over the operands and the result of the
 * primal instruction. From one statement follow the tangent, the adjoint, higher orders (the code made from it can be
 * differentiated again) and what the reverse pass needs (the operands and result that the tree mentions).
 *
 * A tree that occurs twice (as the same object) is computed once.
 */
import type { FloatPredicate } from '../ir/index.js';

export type FloatOpcode = 'fadd' | 'fsub' | 'fmul' | 'fdiv';

export type Expression =
  /** Operand `index` of the primal call or instruction. An integer is converted where a number is needed. */
  | { readonly kind: 'operand'; readonly index: number }
  /** Operand `index`, an integer, plus a constant: stands only where a function takes an integer. */
  | { readonly kind: 'offset'; readonly index: number; readonly by: number }
  /** The primal result; `field` of it where it is a struct or the lanes of a complex number. */
  | { readonly kind: 'result'; readonly field?: number }
  /** A number, `value + tail` rounded to the format of the rule: wide formats see the tail. */
  | { readonly kind: 'number'; readonly value: number; readonly tail?: number }
  | { readonly kind: 'binary'; readonly opcode: FloatOpcode; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  /** A function of `math.ts` by its base name (`sin`), in the format of the rule's result. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** `condition ? whenTrue : whenFalse`, without evaluating a derivative of the condition. Both sides are computed. */
  | { readonly kind: 'select'; readonly condition: Condition; readonly whenTrue: Expression; readonly whenFalse: Expression };

export interface Condition { readonly predicate: FloatPredicate; readonly left: Expression; readonly right: Expression }

/** Numbers stand for themselves in the helpers below. */
export type Term = Expression | number;

export function term(value: Term): Expression { return typeof value === 'number' ? { kind: 'number', value } : value; }

const binary = (opcode: FloatOpcode) => (left: Term, right: Term): Expression =>
  ({ kind: 'binary', opcode, left: term(left), right: term(right) });

export const add = binary('fadd');
export const sub = binary('fsub');
export const mul = binary('fmul');
export const div = binary('fdiv');
export function neg(operand: Term): Expression { return { kind: 'negate', operand: term(operand) }; }
export function call(name: string, ...args: Term[]): Expression { return { kind: 'call', name, args: args.map(term) }; }
export function operand(index: number): Expression { return { kind: 'operand', index }; }
export function offset(index: number, by: number): Expression { return { kind: 'offset', index, by }; }
export function result(field?: number): Expression { return field === undefined ? { kind: 'result' } : { kind: 'result', field }; }
export function select(predicate: FloatPredicate, left: Term, right: Term, whenTrue: Term, whenFalse: Term): Expression {
  return { kind: 'select', condition: { predicate, left: term(left), right: term(right) }, whenTrue: term(whenTrue), whenFalse: term(whenFalse) };
}

/** The direct parts of an expression, in the order in which they are written. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'operand': case 'offset': case 'result': case 'number': return [];
    case 'negate': return [expression.operand];
    case 'binary': return [expression.left, expression.right];
    case 'call': return expression.args;
    case 'select': return [expression.condition.left, expression.condition.right, expression.whenTrue, expression.whenFalse];
  }
}

/** The expression with other direct parts; itself, if `change` leaves them all. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  const changed = parts(expression).map(change);
  if (parts(expression).every((part, i) => part === changed[i])) return expression;
  const [first, second, third, fourth] = changed;
  switch (expression.kind) {
    case 'negate': return { ...expression, operand: first ?? expression.operand };
    case 'binary': return { ...expression, left: first ?? expression.left, right: second ?? expression.right };
    case 'call': return { ...expression, args: changed };
    case 'select': {
      const { predicate, left, right } = expression.condition;
      return { ...expression, condition: { predicate, left: first ?? left, right: second ?? right }, whenTrue: third ?? expression.whenTrue, whenFalse: fourth ?? expression.whenFalse };
    }
    default: return expression;
  }
}

export interface Mentions { readonly operands: Set<number>; result: boolean }

/** The operands that an expression mentions, and whether it mentions the result. */
export function mentions(expression: Expression, found: Mentions = { operands: new Set(), result: false }): Mentions {
  if (expression.kind === 'operand' || expression.kind === 'offset') found.operands.add(expression.index);
  if (expression.kind === 'result') found.result = true;
  parts(expression).forEach((part) => mentions(part, found));
  return found;
}

/** The expression as a person would write it: `cos(x)`, `-(y / b)`. `names[i]` names operand `i`. */
export function formula(expression: Expression, names: readonly string[]): string {
  const show = (e: Expression): string => formula(e, names);
  switch (expression.kind) {
    case 'operand': return names[expression.index] ?? `operand${expression.index}`;
    case 'offset': return `${names[expression.index] ?? `operand${expression.index}`} ${expression.by < 0 ? '-' : '+'} ${Math.abs(expression.by)}`;
    case 'result': return expression.field === undefined ? 'result' : `result.${expression.field}`;
    case 'number': return numberName(expression.value);
    case 'negate': return `-${parenthesised(expression.operand, show)}`;
    case 'binary': {
      const sign = { fadd: '+', fsub: '-', fmul: '*', fdiv: '/' }[expression.opcode];
      return `${parenthesised(expression.left, show)} ${sign} ${parenthesised(expression.right, show)}`;
    }
    case 'call': return `${expression.name}(${expression.args.map(show).join(', ')})`;
    case 'select': {
      const { predicate, left, right } = expression.condition;
      return `if ${show(left)} ${predicateSigns[predicate] ?? predicate} ${show(right)} then ${show(expression.whenTrue)} else ${show(expression.whenFalse)}`;
    }
  }
}

const predicateSigns: Partial<Record<FloatPredicate, string>> = { oeq: '=', ogt: '>', oge: '>=', olt: '<', ole: '<=', une: '!=', uno: 'is unordered with', ugt: '> (or NaN)' };

function parenthesised(expression: Expression, show: (e: Expression) => string): string {
  const isWhole = expression.kind === 'binary' || expression.kind === 'select' || expression.kind === 'negate' || expression.kind === 'offset';
  return isWhole ? `(${show(expression)})` : show(expression);
}

/** Constants that have a name, as formulas print them. */
const namedNumbers: readonly (readonly [number, string])[] = [
  [Math.PI, 'pi'], [Math.LN2, 'ln(2)'], [Math.LN10, 'ln(10)'], [Math.LOG2E, '(1/ln(2))'], [Math.LOG10E, '(1/ln(10))'], [1 / 3, '(1/3)'],
  [1.1283791670955126, '(2/sqrt(pi))'], [0.886226925452758, '(sqrt(pi)/2)'], [2.5066282746310007, 'sqrt(2 pi)'],
  [0.3989422804014327, '(1/sqrt(2 pi))'], [0.3183098861837907, '(1/pi)'],
];

function numberName(value: number): string {
  return namedNumbers.find(([known]) => known === value)?.[1] ?? String(value);
}
