/**
 * The syntax trees of random programs. Whatever is built from them is defined C that ends: indices are in range, counters
 * belong to their loops, arrays are born initialised, and what is allocated is freed on every way out (the printer sees to
 * that). So any part can be removed and the rest still means something: that is what shrinking rests on.
 */

/** Smooth and bounded in value and slope, so that programs neither blow up nor have kinks where they are evaluated. */
export type UnaryFunction = 'sin' | 'cos' | 'tanh' | 'atan' | 'root' | 'logarithm' | 'bell';
export type BinaryFunction = '+' | '-' | '*' | 'quotient' | 'power' | 'complexQuotient' | 'fmax' | 'hypot';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly array: string; readonly index: Integer }
  | { readonly kind: 'field'; readonly object: string; readonly field: Field }
  | { readonly kind: 'unary'; readonly function: UnaryFunction; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly function: BinaryFunction; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'select'; readonly condition: Condition; readonly whenTrue: Expression; readonly whenFalse: Expression }
  | { readonly kind: 'call'; readonly callee: string; readonly numbers: readonly Expression[]; readonly arrays: readonly string[]; readonly state: Integer };

export type Field = 'u' | 'v' | 'w[0]' | 'w[1]';

/** Never negative. `counter` is a loop's own, plus -1, 0 or 1 where the loop allows it. */
export type Integer =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'state'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string; readonly offset: -1 | 0 };

export type Condition =
  | { readonly kind: 'float'; readonly operator: '<' | '>'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'modulo'; readonly integer: Integer; readonly divisor: number; readonly negated: boolean };

export type Target = Extract<Expression, { kind: 'variable' | 'element' | 'field' }>;

export type Statement =
  | { readonly kind: 'assign'; readonly target: Target; readonly form: 'set' | 'mix' | 'add' | 'scale'; readonly value: Expression }
  | { readonly kind: 'state'; readonly name: string; readonly form: 'step' | 'jump' | 'compare'; readonly amount: number; readonly condition: Condition }
  | { readonly kind: 'if'; readonly condition: Condition; readonly whenTrue: Block; readonly whenFalse: Block }
  | { readonly kind: 'for'; readonly counter: string; readonly range: 'up' | 'inner' | 'down' | 'by two' | 'never'; readonly body: Block }
  | { readonly kind: 'while'; readonly guard: string; readonly limit: number; readonly form: 'while' | 'do' | 'forever'; readonly condition: Condition; readonly body: Block }
  | { readonly kind: 'leave'; readonly how: 'break' | 'continue' | 'return'; readonly condition: Condition; readonly value: Expression }
  | { readonly kind: 'switch'; readonly on: Integer; readonly arms: readonly Arm[] }
  | { readonly kind: 'irreducible'; readonly guard: string; readonly limit: number; readonly entry: Condition; readonly exit: Condition; readonly first: Block; readonly second: Block }
  | { readonly kind: 'move'; readonly array: string; readonly direction: 'up' | 'down' }
  | { readonly kind: 'copy'; readonly to: string; readonly from: string }
  | { readonly kind: 'clear'; readonly array: string; readonly count: number }
  | { readonly kind: 'swap'; readonly first: string; readonly second: string }
  | { readonly kind: 'call'; readonly call: Extract<Expression, { kind: 'call' }> }
  | { readonly kind: 'transform'; readonly object: string; readonly callee: string; readonly argument: Expression }
  | { readonly kind: 'grow'; readonly array: string; readonly extra: number }
  | { readonly kind: 'scope'; readonly declares: Declaration; readonly body: Block };

export type Block = readonly Statement[];
export interface Arm { readonly label: number | 'default'; readonly body: Block; readonly fallsThrough: boolean }

/** `array`: on the stack or the heap. `pair`: two pointers to existing arrays, to be swapped. */
export type Declaration =
  | { readonly kind: 'array'; readonly name: string; readonly where: 'stack' | 'malloc' | 'calloc'; readonly start: Expression }
  | { readonly kind: 'pair'; readonly first: string; readonly second: string; readonly to: readonly [string, string] }
  | { readonly kind: 'struct'; readonly name: string; readonly u: Expression; readonly v: Expression };

export type Shape = 'scalar' | 'array' | 'recursive' | 'mutual' | 'struct';

export interface FunctionTree {
  readonly name: string;
  readonly shape: Shape;
  readonly noinline: boolean;
  /** The callee of the inner call of a recursive function: itself, or the other of two. */
  readonly inner: string | undefined;
  readonly locals: readonly { readonly name: string; readonly start: Expression }[];
  readonly states: readonly { readonly name: string; readonly start: number }[];
  readonly body: Block;
  readonly result: Expression;
}

export interface Program {
  readonly seed: number;
  readonly name: string;
  /** Length of the arrays. */
  readonly size: number;
  readonly helpers: readonly FunctionTree[];
  readonly main: FunctionTree;
  /** Values of x, y (arrays) and a, b. */
  readonly at: { readonly x: readonly number[]; readonly y: readonly number[]; readonly a: number; readonly b: number; readonly k: number };
}
