/**
 * The syntax trees of random programs. Whatever is built from them is defined C that ends: indices are in range, counters
 * belong to their loops, memory is born initialised, and what is allocated is freed on every way out (the printer sees to
 * that). So any part can be removed and the rest still means something: that is what shrinking rests on.
 *
 * Names of arrays, objects (structs) and lists are C text: `x`, `rows[m % 3]`, `(*h1)`; `t0`, `t0[1]`, `*r0`, `c0->s`.
 */
import type { MemberName } from './layout.js';
import type { Shape } from './shapes.js';

/** Smooth and bounded in value and slope, so that programs neither blow up nor have kinks where they are evaluated. */
export const unaryFunctions = ['sin', 'cos', 'tanh', 'atan', 'root', 'logarithm', 'bell'] as const;
export type UnaryFunction = typeof unaryFunctions[number];
export type BinaryFunction = '+' | '-' | '*' | 'quotient' | 'power' | 'complexQuotient' | 'fmax' | 'hypot';

export type RealType = 'double' | 'float' | 'long double';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | Place
  | { readonly kind: 'unary'; readonly function: UnaryFunction; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly function: BinaryFunction; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'select'; readonly condition: Condition; readonly whenTrue: Expression; readonly whenFalse: Expression }
  | Call;

/** What can be assigned to. */
export type Place =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly array: string; readonly index: Integer }
  | { readonly kind: 'field'; readonly object: string; readonly field: string };

/** With `other`, a call through a pointer that is one of two functions. */
export interface Call {
  readonly kind: 'call';
  readonly callee: string;
  readonly other?: { readonly callee: string; readonly condition: Condition } | undefined;
  readonly through: 'name' | 'callback';
  readonly arguments: readonly Argument[];
}

export type Argument =
  | Expression | Integer
  | { readonly kind: 'pointer'; readonly to: string }
  | { readonly kind: 'object by value'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'size' };

/** Never negative. `counter` is a loop's own, plus -1, 0 or 1 where the loop allows it. */
export type Integer =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'state'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string; readonly offset: -1 | 0 };

export type Condition =
  | { readonly kind: 'compare'; readonly operator: '<' | '>'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'modulo'; readonly integer: Integer; readonly divisor: number; readonly negated: boolean };

export type Statement =
  | { readonly kind: 'assign'; readonly target: Place; readonly form: 'set' | 'mix' | 'add' | 'scale'; readonly value: Expression }
  | { readonly kind: 'state'; readonly name: string; readonly form: 'step' | 'jump' | 'compare'; readonly amount: number; readonly condition: Condition }
  | { readonly kind: 'if'; readonly condition: Condition; readonly whenTrue: Block; readonly whenFalse: Block }
  | { readonly kind: 'for'; readonly counter: string; readonly range: 'up' | 'inner' | 'down' | 'by two' | 'never'; readonly body: Block }
  | { readonly kind: 'while'; readonly guard: string; readonly limit: number; readonly form: 'while' | 'do' | 'forever'; readonly condition: Condition; readonly body: Block }
  /** `out`: by `goto` behind the outermost loop. */
  | { readonly kind: 'leave'; readonly how: 'break' | 'continue' | 'return' | 'out'; readonly condition: Condition; readonly value: Expression }
  | { readonly kind: 'switch'; readonly on: Integer; readonly arms: readonly Arm[] }
  /** A `goto` into a cycle of gotos, or into the body of a `for` loop. */
  | { readonly kind: 'goto'; readonly into: 'cycle' | 'loop'; readonly guard: string; readonly limit: number; readonly entry: Condition; readonly exit: Condition; readonly first: Block; readonly second: Block }
  | { readonly kind: 'move'; readonly array: string; readonly direction: 'up' | 'down' }
  | { readonly kind: 'copy'; readonly to: string; readonly from: string; readonly by: 'memmove' | 'memcpy' }
  | { readonly kind: 'clear'; readonly array: string; readonly count: number }
  | { readonly kind: 'swap'; readonly first: string; readonly second: string }
  | { readonly kind: 'run'; readonly call: Call }
  | { readonly kind: 'transform'; readonly object: string; readonly call: Call }
  | { readonly kind: 'copy object'; readonly to: string; readonly from: string; readonly by: '=' | 'memcpy' }
  | { readonly kind: 'grow'; readonly array: string; readonly extra: number }
  | { readonly kind: 'walk'; readonly list: string; readonly cursor: string; readonly by: 'next' | 'zigzag'; readonly body: Block }
  | { readonly kind: 'relink'; readonly list: string; readonly how: 'push' | 'pop' | 'reverse'; readonly value: Expression }
  | { readonly kind: 'scope'; readonly declares: Declaration; readonly body: Block };

export type Block = readonly Statement[];
export interface Arm { readonly kind: 'arm'; readonly label: number | 'default'; readonly body: Block; readonly fallsThrough: boolean }

export type Declaration =
  /** On the stack or the heap. */
  | { readonly kind: 'array'; readonly name: string; readonly where: 'stack' | 'malloc' | 'calloc'; readonly start: Expression }
  /** Two pointers to existing arrays, to be swapped. */
  | { readonly kind: 'pair'; readonly first: string; readonly second: string; readonly to: readonly [string, string] }
  /** Pointers to existing arrays, behind a pointer. */
  | { readonly kind: 'table'; readonly name: string; readonly to: readonly string[] }
  /** A pointer to one of two pointers. */
  | { readonly kind: 'handle'; readonly name: string; readonly to: readonly [string, string]; readonly condition: Condition }
  | { readonly kind: 'struct'; readonly name: string; readonly count: 1 | 2; readonly field: string; readonly start: Expression }
  /** A pointer to one of two objects. */
  | { readonly kind: 'reference'; readonly name: string; readonly to: readonly [string, string]; readonly condition: Condition }
  | { readonly kind: 'list'; readonly name: string; readonly form: 'chain' | 'tree'; readonly length: number; readonly start: Expression };

export interface FunctionTree {
  readonly kind: 'function';
  readonly name: string;
  readonly shape: Shape;
  /** Of its numbers and result, where the shape leaves that open. */
  readonly real: RealType;
  readonly noinline: boolean;
  /** The callee of the inner call of a recursive function: itself, or the other of two. */
  readonly inner: string | undefined;
  readonly locals: readonly Local[];
  readonly states: readonly State[];
  readonly body: Block;
  readonly result: Expression;
}
export interface Local { readonly kind: 'local'; readonly name: string; readonly real: RealType; readonly start: Expression }
export interface State { readonly kind: 'start'; readonly name: string; readonly start: number }

export interface Program {
  readonly seed: number;
  readonly name: string;
  /** Length of the arrays. */
  readonly size: number;
  /** Members of its struct, in order. */
  readonly layout: readonly MemberName[];
  /** Whether anything is rounded to `float`: then finite differences are only rough. */
  readonly single: boolean;
  readonly helpers: readonly FunctionTree[];
  readonly main: FunctionTree;
  /** Values of x, y (arrays), a, b and k. */
  readonly at: { readonly x: readonly number[]; readonly y: readonly number[]; readonly a: number; readonly b: number; readonly k: number };
}
