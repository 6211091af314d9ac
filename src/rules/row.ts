/** What a row of the mathematical table says, and the words in which rows are written. */
import { type Expression, type Term, operand, result, term } from './expression.js';

/** How an argument of the call takes part: `float` may carry a derivative, `integer` and `pointer` carry none. */
export type Role = 'float' | 'integer' | 'pointer';

/** Where the callee leaves a number: what it returns, a field of that, or the memory behind a pointer argument. */
export type Place =
  | { readonly kind: 'result' }
  | { readonly kind: 'field'; readonly index: number }
  | { readonly kind: 'pointer'; readonly argument: number };

/** The derivative with respect to one argument; `zero` where it is zero wherever it exists. */
export type Partial = Expression | 'zero';

/**
 * One number that the callee computes, and its derivative with respect to each argument of the call. Expressions of a
 * `pointer` place do not mention the result.
 */
export interface Output { readonly place: Place; readonly partials: readonly Partial[] }

/** A closed interval in which tests choose points. */
export type Interval = readonly [low: number, high: number];

export interface MathRow {
  readonly roles: readonly Role[];
  readonly outputs: readonly Output[];
  /** For each argument that is not a pointer. */
  readonly domain: readonly Interval[];
  /** Where a partial is not finite, or a choice was made, and what comes out; empty where neither can happen. */
  readonly singular: string;
  /** The partials as a person writes them, where the accurate form is longer. */
  readonly written?: readonly string[];
  /** The function is linear in its first argument: `seed * f(1, n)` is computed as `f(seed, n)`. */
  readonly isLinear?: boolean;
  /** Other functions of the C library that are the same one. */
  readonly aliases?: readonly string[];
  /** Exists in CUDA's libdevice only, not in a C library. */
  readonly isDeviceOnly?: boolean;
}

export type RowOptions = Pick<MathRow, 'isLinear' | 'aliases' | 'isDeviceOnly' | 'written'> & { readonly singular?: string };

const returned: Place = { kind: 'result' };
const names = { x: operand(0), y: result() };
const pair = { a: operand(0), b: operand(1), y: result() };
const triple = { a: operand(0), b: operand(1), c: operand(2), y: result() };

/** A function of one number: `x` the operand, `y` the result. */
export function unary(partial: (of: typeof names) => Term, domain: Interval, { singular = '', ...options }: RowOptions = {}): MathRow {
  return { roles: ['float'], outputs: [{ place: returned, partials: [term(partial(names))] }], domain: [domain], singular, ...options };
}

/** A function of two numbers `a` and `b`, result `y`. */
export function binary(partials: (of: typeof pair) => readonly [Term | 'zero', Term | 'zero'], domain: readonly [Interval, Interval],
  { singular = '', ...options }: RowOptions = {}): MathRow {
  return { roles: ['float', 'float'], outputs: [{ place: returned, partials: partials(pair).map(partialOf) }], domain, singular, ...options };
}

/** A function of three numbers `a`, `b` and `c`, result `y`. */
export function ternary(partials: (of: typeof triple) => readonly [Term, Term, Term], domain: readonly [Interval, Interval, Interval],
  { singular = '', ...options }: RowOptions = {}): MathRow {
  return { roles: ['float', 'float', 'float'], outputs: [{ place: returned, partials: partials(triple).map(term) }], domain, singular, ...options };
}

/** A function of a number and an integer, in this order: `x` the number, `n` the integer, `y` the result. */
export function withInteger(partial: (of: { x: Expression; n: Expression; y: Expression }) => Term, domain: readonly [Interval, Interval],
  { singular = '', ...options }: RowOptions = {}): MathRow {
  const value = term(partial({ x: operand(0), n: operand(1), y: result() }));
  return { roles: ['float', 'integer'], outputs: [{ place: returned, partials: [value, 'zero'] }], domain, singular, ...options };
}

/** A function of an integer and a number, in this order: `n` the integer, `x` the number. */
export function order(partial: (of: { n: Expression; x: Expression }) => Term, domain: readonly [Interval, Interval], singular = ''): MathRow {
  const value = term(partial({ n: operand(0), x: operand(1) }));
  return { roles: ['integer', 'float'], outputs: [{ place: returned, partials: ['zero', value] }], domain, singular };
}

/** A function whose result is constant between its jumps. */
export function stepwise(domain: Interval, singular = 'zero also at the jumps'): MathRow {
  return { roles: ['float'], outputs: [{ place: returned, partials: ['zero'] }], domain: [domain], singular };
}

/** A row written out: several outputs, or pointer arguments. */
export function general(roles: readonly Role[], outputs: readonly Output[], domain: readonly Interval[], singular = ''): MathRow {
  return { roles, outputs, domain, singular };
}

export function partialOf(value: Term | 'zero'): Partial { return value === 'zero' ? value : term(value); }
