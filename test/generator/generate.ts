/**
 * Random programs. Each function is grown from the top with a budget of statements; a scope knows what may be read,
 * written and called where the next statement goes.
 */
import { Random } from './random.js';
import type {
  Arm, BinaryFunction, Block, Condition, Declaration, Expression, FunctionTree, Integer, Program, Shape, Statement, Target, UnaryFunction,
} from './syntax.js';

export function generateProgram(seed: number): Program {
  const random = new Random(seed), name = `p${seed}`, size = 3 + random.below(3);
  const helpers: FunctionTree[] = [];
  for (let left = random.below(3); left > 0; left--) addHelper(random, name, helpers);
  const main = grow(random, `${name}_main`, 'array', helpers, { statements: 3 + random.below(4), depth: 3, fuel: 8 + random.below(10) });
  const values = (n: number) => Array.from({ length: n }, () => random.coefficient());
  // Every program depends on what it is given, else any derivative of it would do.
  const product: Expression = { kind: 'binary', function: '*', left: { kind: 'variable', name: 'b' }, right: { kind: 'element', array: 'x', index: { kind: 'state', name: 'k' } } };
  return {
    seed, name, size, helpers, main: { ...main, result: { kind: 'binary', function: '+', left: main.result, right: product } },
    at: { x: values(size), y: values(size), a: random.coefficient(), b: random.coefficient(), k: random.below(5) },
  };
}

function addHelper(random: Random, program: string, helpers: FunctionTree[]): void {
  const shape = random.weighted<Shape>({ scalar: 3, array: 3, recursive: 2, mutual: 1, struct: 2 });
  const name = `${program}_h${helpers.length}`, budget = { statements: 1 + random.below(3), depth: 2, fuel: 3 + random.below(4) };
  if (shape !== 'mutual') {
    helpers.push(grow(random, name, shape, [...helpers], budget, shape === 'recursive' ? name : undefined));
    return;
  }
  const other = `${program}_h${helpers.length + 1}`, before = [...helpers];
  helpers.push(grow(random, name, shape, before, budget, other), grow(random, other, shape, before, budget, name));
}

/** Statements at the top, levels of nesting, and statements in all (a few more where a body would be empty). */
interface Budget { readonly statements: number; readonly depth: number; readonly fuel: number }

interface Scope {
  readonly random: Random;
  readonly floats: readonly string[];
  readonly structs: readonly string[];
  readonly arrays: readonly string[];
  /** Arrays on the heap that `realloc` may move: no other pointer to them exists. */
  readonly growable: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly states: readonly string[];
  readonly counters: readonly { readonly name: string; readonly fromOne: boolean }[];
  readonly callees: readonly FunctionTree[];
  readonly loops: number;
  readonly inSwitch: boolean;
  readonly depth: number;
  /** Shared by all scopes of a function: names for counters and variables, and the statements left to spend. */
  readonly shared: { next: number; fuel: number };
}

const maximumLoops = 2;

function grow(random: Random, name: string, shape: Shape, helpers: readonly FunctionTree[], budget: Budget, inner?: string): FunctionTree {
  const arrays = shape === 'array' ? ['x', 'y'] : shape === 'recursive' || shape === 'mutual' ? ['x'] : [];
  const parameters = shape === 'scalar' || shape === 'array' ? ['a', 'b'] : ['a'];
  const scalars = [...parameters, ...(inner ? ['below'] : [])];
  const structs = shape === 'struct' ? ['s'] : [];
  const outer: Scope = {
    random, floats: scalars, structs, arrays, growable: [], pairs: [], counters: [], callees: [], loops: 0, inSwitch: false,
    depth: budget.depth, shared: { next: 0, fuel: budget.fuel }, states: shape === 'scalar' || shape === 'array' ? ['k'] : [],
  };
  const locals = Array.from({ length: 1 + random.below(3) }, (_, i) => ({ name: `u${i}`, start: simple(outer) }));
  const states = shape === 'struct' ? [{ name: 'k', start: 1 }] : [{ name: 'm', start: random.below(4) }];
  const scope: Scope = {
    ...outer, floats: [...scalars, ...locals.map((local) => local.name)], states: [...outer.states, ...states.map((state) => state.name)],
    callees: helpers.filter((helper) => helper.shape !== 'mutual' || helper.name < (helper.inner ?? '')),
  };
  const body = block(scope, budget.statements);
  return { name, shape, noinline: random.chance(0.7), inner, locals, states, body, result: expression(scope, 2) };
}

function block(scope: Scope, length: number): Block {
  return Array.from({ length: Math.max(1, Math.min(length, scope.shared.fuel)) }, () => statement(scope));
}

function statement(scope: Scope): Statement {
  const { random, arrays, loops, depth } = scope;
  const nest = depth > 0 && scope.shared.fuel-- > 0 ? 1 : 0, loop = nest && loops < maximumLoops ? 1 : 0, any = arrays.length ? 1 : 0;
  const transformers = scope.callees.filter((callee) => callee.shape === 'struct');
  const kind = random.weighted<Statement['kind']>({
    assign: 9, state: 1.5, if: 2.5 * nest, for: 3.5 * loop, while: 2 * loop, switch: 1.2 * nest, irreducible: 0.8 * loop,
    leave: loops ? 2.5 : 0.6, move: 0.8 * any, copy: arrays.length > 1 ? 0.5 : 0, clear: 0.3 * any,
    swap: scope.pairs.length ? 3 : 0, grow: scope.growable.length ? 1 : 0, scope: 2 * nest,
    call: scope.callees.length ? 1 : 0, transform: scope.structs.length && transformers.length ? 2 : 0,
  });
  switch (kind) {
    case 'assign': return { kind, target: target(scope), form: random.weighted({ set: 4, mix: 3, add: 3, scale: 1.5 }), value: expression(scope, 2) };
    case 'state': return {
      kind, name: random.pick(scope.states), form: random.pick(['step', 'jump', 'compare'] as const), amount: 1 + random.below(4), condition: condition(scope),
    };
    case 'if': return { kind, condition: condition(scope), whenTrue: body(scope), whenFalse: random.chance(0.5) ? body(scope) : [] };
    case 'for': return forLoop(scope);
    case 'while': return {
      kind, guard: fresh(scope, 'g'), limit: 2 + random.below(4), form: random.pick(['while', 'do', 'forever'] as const),
      condition: condition(scope), body: body(scope, { loops: loops + 1, inSwitch: false }),
    };
    case 'switch': return { kind, on: integer(scope, 0), arms: arms(scope) };
    case 'irreducible': return {
      kind, guard: fresh(scope, 'g'), limit: 2 + random.below(3), entry: condition(scope), exit: condition(scope),
      first: body(scope, { loops: loops + 1 }), second: body(scope, { loops: loops + 1 }),
    };
    case 'leave': return leave(scope);
    case 'move': return { kind, array: random.pick(arrays), direction: random.pick(['up', 'down'] as const) };
    case 'copy': return { kind, to: random.pick(arrays), from: random.pick(arrays) };
    case 'clear': return { kind, array: random.pick(arrays), count: 1 + random.below(2) };
    case 'swap': {
      const [first, second] = random.pick(scope.pairs);
      return { kind, first, second };
    }
    case 'grow': return { kind, array: random.pick(scope.growable), extra: 1 + random.below(4) };
    case 'scope': return declaration(scope);
    case 'call': {
      const call = callOf(scope);
      return call ? { kind, call } : { kind: 'assign', target: target(scope), form: 'set', value: expression(scope, 2) };
    }
    case 'transform': return { kind, object: random.pick(scope.structs), callee: random.pick(transformers).name, argument: expression(scope, 1) };
  }
}

function body(scope: Scope, more: Partial<Scope> = {}): Block {
  return block({ ...scope, depth: scope.depth - 1, ...more }, 1 + scope.random.below(2));
}

function forLoop(scope: Scope): Statement {
  const { random } = scope, counter = fresh(scope, 'i');
  const range = random.weighted({ up: 3, inner: 4, down: 2, 'by two': 1, never: 0.4 });
  const counters = [...scope.counters, { name: counter, fromOne: range !== 'up' }];
  return { kind: 'for', counter, range, body: body(scope, { loops: scope.loops + 1, inSwitch: false, counters }) };
}

/** `break` belongs to the nearest loop or switch; outside of loops there is only `return`. */
function leave(scope: Scope): Statement {
  const how = scope.loops > 0 ? scope.random.weighted({ break: 3, continue: 3, return: 2 }) : 'return';
  return { kind: 'leave', how, condition: condition(scope), value: expression(scope, 1) };
}

function arms(scope: Scope): Arm[] {
  const { random } = scope;
  const labels = ([0, 1, 2, 3, 4, 'default'] as const).filter(() => random.chance(0.55));
  return labels.map((label) => ({ label, body: body(scope, { inSwitch: true }), fallsThrough: random.chance(0.3) }));
}

function declaration(scope: Scope): Statement {
  const { random, arrays } = scope;
  const stable = arrays.filter((name) => !scope.growable.includes(name));
  const kind = random.weighted<Declaration['kind']>({ array: 3, pair: stable.length > 1 ? 2 : 0, struct: 1.5 });
  switch (kind) {
    case 'array': {
      const name = fresh(scope, 'w'), where = random.pick(['stack', 'malloc', 'malloc', 'calloc'] as const);
      const growable = where !== 'stack' && random.chance(0.3) ? [...scope.growable, name] : scope.growable;
      const start = simple(scope);
      return { kind: 'scope', declares: { kind, name, where, start }, body: body(scope, { arrays: [...arrays, name], growable, depth: scope.depth }) };
    }
    case 'pair': {
      const first = fresh(scope, 'p'), second = fresh(scope, 'q'), to = [random.pick(stable), random.pick(stable)] as const;
      const pairs = [...scope.pairs, [first, second] as const];
      return { kind: 'scope', declares: { kind, first, second, to }, body: body(scope, { arrays: [...arrays, first, second], pairs, depth: scope.depth }) };
    }
    case 'struct': {
      const name = fresh(scope, 't');
      return { kind: 'scope', declares: { kind, name, u: simple(scope), v: simple(scope) }, body: body(scope, { structs: [...scope.structs, name], depth: scope.depth }) };
    }
  }
}

function target(scope: Scope): Target {
  const { random } = scope;
  const kind = random.weighted({ variable: 3, element: scope.arrays.length ? 4 : 0, field: scope.structs.length ? 2 : 0 });
  switch (kind) {
    case 'variable': return { kind, name: random.pick(scope.floats) };
    case 'element': return { kind, array: random.pick(scope.arrays), index: integer(scope) };
    case 'field': return { kind, object: random.pick(scope.structs), field: random.pick(['u', 'v', 'w[0]', 'w[1]'] as const) };
  }
}

function simple(scope: Scope): Expression {
  return scope.random.chance(0.3) ? { kind: 'number', value: scope.random.coefficient() } : target(scope);
}

function expression(scope: Scope, depth: number): Expression {
  const { random } = scope;
  if (depth === 0) return simple(scope);
  const below = () => expression(scope, depth - 1);
  const kind = random.weighted({ simple: 2, unary: 3, binary: 6, select: 0.7, call: scope.callees.length ? 1.2 : 0 });
  switch (kind) {
    case 'simple': return simple(scope);
    case 'unary': return { kind, function: random.pick<UnaryFunction>(['sin', 'cos', 'tanh', 'atan', 'root', 'logarithm', 'bell']), operand: below() };
    case 'binary': {
      const which = random.weighted<BinaryFunction>({ '+': 4, '-': 3, '*': 6, quotient: 1.5, power: 0.5, complexQuotient: 0.4, fmax: 0.4, hypot: 0.3 });
      return { kind, function: which, left: below(), right: below() };
    }
    case 'select': return { kind, condition: condition(scope), whenTrue: below(), whenFalse: below() };
    case 'call': return callOf(scope) ?? simple(scope);
  }
}

function callOf(scope: Scope): Extract<Expression, { kind: 'call' }> | undefined {
  const { random } = scope;
  const callees = scope.callees.filter(({ shape }) => shape !== 'struct' && (shape === 'scalar' || scope.arrays.length > 0));
  if (callees.length === 0) return undefined;
  const callee = random.pick(callees), number = () => simple(scope);
  switch (callee.shape) {
    case 'scalar': return { kind: 'call', callee: callee.name, numbers: [number(), number()], arrays: [], state: integer(scope) };
    case 'array': return {
      kind: 'call', callee: callee.name, numbers: [number(), number()], arrays: [random.pick(scope.arrays), random.pick(scope.arrays)], state: integer(scope),
    };
    default: return {
      kind: 'call', callee: callee.name, numbers: [number()], arrays: [random.pick(scope.arrays)], state: { kind: 'integer', value: 1 + random.below(3) },
    };
  }
}

function condition(scope: Scope): Condition {
  const { random } = scope;
  if (random.chance(0.5) && scope.states.length + scope.counters.length) {
    return { kind: 'modulo', integer: integer(scope, 0), divisor: 2 + random.below(2), negated: random.chance(0.5) };
  }
  const right: Expression = random.chance(0.6) ? { kind: 'number', value: random.coefficient() } : simple(scope);
  return { kind: 'float', operator: random.pick(['<', '>'] as const), left: target(scope), right };
}

function integer(scope: Scope, literals = 2): Integer {
  const { random } = scope;
  const kind = random.weighted({ integer: literals, state: scope.states.length ? 2 : 0, counter: scope.counters.length ? 6 : 0 });
  switch (kind) {
    case 'integer': return { kind, value: random.below(5) };
    case 'state': return { kind, name: random.pick(scope.states) };
    case 'counter': {
      const { name, fromOne } = random.pick(scope.counters);
      return { kind, name, offset: fromOne && random.chance(0.4) ? -1 : 0 };
    }
  }
}

function fresh(scope: Scope, prefix: string): string { return `${prefix}${scope.shared.next++}`; }
