/**
 * What functions look like from outside and what their bodies find, as data. `STATE`, `NODE` and `REAL` stand for the
 * program's struct, its list node, and the function's number type; `SELF` for the function, `INNER` for what it calls below.
 */
import type { Argument } from './syntax.js';

type ParameterKind = Exclude<Argument['kind'], 'pointer' | 'element' | 'field' | 'variable' | 'unary' | 'binary' | 'select' | 'call' | 'integer' | 'counter'> | 'array' | 'table' | 'list';

interface ShapeFacts {
  readonly parameters: readonly { readonly kind: ParameterKind; readonly text: string }[];
  readonly returns: string;
  readonly numbers: readonly string[];
  readonly arrays: readonly string[];
  readonly objects: readonly string[];
  readonly lists: readonly string[];
  readonly states: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  /** Lines before the variables. */
  readonly prologue: readonly string[];
  readonly weight: number;
}

const number = (name: string, text = 'double') => ({ kind: 'number', text: `${text} ${name}` }) as const;
const size = { kind: 'size', text: 'int n' } as const;
const state = (name: string) => ({ kind: 'state', text: `int ${name}` }) as const;
const array = (name: string) => ({ kind: 'array', text: `double *${name}` }) as const;
const nothing = { returns: 'double', numbers: ['a'], arrays: [], objects: [], lists: [], states: [], pairs: [], prologue: [] };
const recursive = {
  ...nothing, parameters: [array('x'), size, state('depth'), number('a')], numbers: ['a', 'below'], arrays: ['x'],
  prologue: ['double below = depth > 0 ? INNER(x, n, depth - 1, 0.7 * a + 0.1) : a;'],
};

export const shapes = {
  scalar: { ...nothing, weight: 2.5, returns: 'REAL', parameters: [size, state('k'), number('a', 'REAL'), number('b', 'REAL')], numbers: ['a', 'b'], states: ['k'] },
  array: {
    ...nothing, weight: 2, parameters: [array('x'), array('y'), size, state('k'), number('a'), number('b')],
    numbers: ['a', 'b'], arrays: ['x', 'y'], states: ['k'],
  },
  recursive: { ...recursive, weight: 1.5 },
  mutual: { ...recursive, weight: 1 },
  struct: { ...nothing, weight: 1.2, returns: 'STATE', parameters: [{ kind: 'object by value', text: 'STATE s' }, number('a'), size], objects: ['s'] },
  pointer: { ...nothing, weight: 1.5, parameters: [{ kind: 'object', text: 'STATE *s' }, number('a'), size], objects: ['*s'] },
  table: {
    ...nothing, weight: 1, parameters: [{ kind: 'table', text: 'double **rows' }, size, state('k'), number('a')],
    arrays: ['rows[0]', 'rows[k % 2]'], states: ['k'], pairs: [['rows[0]', 'rows[1]']],
  },
  list: {
    ...nothing, weight: 1.2, parameters: [{ kind: 'list', text: 'NODE *l' }, number('a'), size], numbers: ['a', 'below'], objects: ['l->s'], lists: ['l'],
    prologue: ['double below = l->next ? SELF(l->next, 0.7 * a + 0.1, n) : a;', 'if (l->other) below -= 0.5 * SELF(l->other, a, n);'],
  },
  callback: {
    ...nothing, weight: 1.5, parameters: [number('a'), { kind: 'array', text: 'void *context TAGS' }], arrays: ['x'],
    prologue: ['struct context *c = context;', 'double *x = c->x;', 'int n = c->n;'],
  },
} satisfies Readonly<Record<string, ShapeFacts>>;
export type Shape = keyof typeof shapes;

export function factsOf(shape: Shape): ShapeFacts { return shapes[shape]; }
