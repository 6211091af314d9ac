/** Random statements over what is in scope. */
import { declaration } from './declarations.js';
import { call, condition, expression, integer, place, returnsNumber } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Arm, Block, Statement } from './syntax.js';

const maximumLoops = 2;

export function block(scope: Scope, length: number): Block {
  return Array.from({ length: Math.max(1, Math.min(length, scope.shared.fuel)) }, () => statement(scope));
}

function body(scope: Scope, more: Partial<Scope> = {}): Block {
  return block({ ...scope, depth: scope.depth - 1, ...more }, 1 + scope.random.below(2));
}

function statement(scope: Scope): Statement {
  const { random, arrays, loops, depth } = scope;
  const nest = depth > 0 && scope.shared.fuel-- > 0 ? 1 : 0, loop = nest && loops < maximumLoops ? 1 : 0, any = arrays.length ? 1 : 0;
  const { length: lists } = scope.lists, { length: loose } = scope.loose;
  const kind = random.weighted<Statement['kind']>({
    assign: 9, state: 1.5, if: 2.5 * nest, for: 3.5 * loop, while: 2 * loop, switch: 1.2 * nest, goto: 0.9 * loop,
    leave: loops ? 2.5 : 0.6, move: 0.8 * any, copy: arrays.length > 1 ? 0.6 : 0, clear: 0.3 * any,
    swap: scope.pairs.length ? 2.5 : 0, grow: scope.growable.length ? 2 : 0, scope: 2.5 * nest,
    run: scope.callees.length ? 1.2 : 0, transform: scope.objects.length && scope.callees.some(({ shape }) => shape === 'struct') ? 2 : 0,
    'copy object': scope.objects.length > 1 ? 2 : 0, walk: lists ? 4 * loop : 0, relink: loose ? 2 : 0,
  });
  const assignment = (): Statement => ({
    kind: 'assign', target: place(scope), form: random.weighted({ set: 4, mix: 3, add: 3, scale: 1.5 }), value: expression(scope, 2),
  });
  switch (kind) {
    case 'assign': return assignment();
    case 'state': return {
      kind, name: random.pick(scope.states), form: random.pick(['step', 'jump', 'compare'] as const), amount: 1 + random.below(4), condition: condition(scope),
    };
    case 'if': return { kind, condition: condition(scope), whenTrue: body(scope), whenFalse: random.chance(0.5) ? body(scope) : [] };
    case 'for': return forLoop(scope);
    case 'while': return {
      kind, guard: fresh(scope, 'g'), limit: 2 + random.below(4), form: random.pick(['while', 'do', 'forever'] as const),
      condition: condition(scope), body: body(scope, { loops: loops + 1 }),
    };
    case 'switch': return { kind, on: integer(scope, 0), arms: arms(scope) };
    case 'goto': return {
      kind, into: random.pick(['cycle', 'loop'] as const), guard: fresh(scope, 'g'), limit: 2 + random.below(3), entry: condition(scope), exit: condition(scope),
      first: body(scope, { loops: loops + 1 }), second: body(scope, { loops: loops + 1 }),
    };
    case 'leave': {
      // `break` belongs to the nearest loop or switch; outside of loops there is only `return`.
      const how = loops > 0 ? random.weighted({ break: 3, continue: 3, return: 2, out: loops > 1 ? 2 : 0 }) : 'return';
      return { kind, how, condition: condition(scope), value: expression(scope, 1) };
    }
    case 'move': return { kind, array: random.pick(arrays), direction: random.pick(['up', 'down'] as const) };
    case 'copy': return { kind, to: random.pick(arrays), from: random.pick(arrays), by: random.pick(['memmove', 'memcpy'] as const) };
    case 'clear': return { kind, array: random.pick(arrays), count: 1 + random.below(2) };
    case 'swap': {
      const [first, second] = random.pick(scope.pairs);
      return { kind, first, second };
    }
    case 'grow': return { kind, array: random.pick(scope.growable), extra: 1 + random.below(4) };
    case 'run': {
      const called = call(scope, returnsNumber);
      return called ? { kind, call: called } : assignment();
    }
    case 'transform': {
      const called = call(scope, ({ shape }) => shape === 'struct');
      return called ? { kind, object: random.pick(scope.objects), call: called } : assignment();
    }
    case 'copy object': return { kind, to: random.pick(scope.objects), from: random.pick(scope.objects), by: random.pick(['=', 'memcpy'] as const) };
    case 'walk': return walk(scope);
    case 'relink': return { kind, list: random.pick(scope.loose), how: random.pick(['push', 'pop', 'reverse'] as const), value: expression(scope, 1) };
    case 'scope': {
      const { declares, more } = declaration(scope);
      return { kind, declares, body: body(scope, { depth, ...more }) };
    }
  }
}

function forLoop(scope: Scope): Statement {
  const { random } = scope, counter = fresh(scope, 'i');
  const range = random.weighted({ up: 3, inner: 4, down: 2, 'by two': 1, never: 0.4 });
  const counters = [...scope.counters, { name: counter, fromOne: range !== 'up' }];
  return { kind: 'for', counter, range, body: body(scope, { loops: scope.loops + 1, counters }) };
}

function walk(scope: Scope): Statement {
  const list = scope.random.pick(scope.lists), cursor = fresh(scope, 'c');
  const inside = { loops: scope.loops + 1, objects: [...scope.objects, `${cursor}->s`, `${cursor}->s`], loose: scope.loose.filter((one) => one !== list) };
  return { kind: 'walk', list, cursor, by: scope.random.pick(['next', 'next', 'zigzag'] as const), body: body(scope, inside) };
}

function arms(scope: Scope): Arm[] {
  const { random } = scope;
  const labels = ([0, 1, 2, 3, 4, 'default'] as const).filter(() => random.chance(0.55));
  return labels.map((label) => ({ kind: 'arm', label, body: body(scope), fallsThrough: random.chance(0.3) }));
}
