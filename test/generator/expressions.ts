/** Random expressions over what is in scope. */
import { factsOf } from './shapes.js';
import type { Scope } from './scope.js';
import { type Argument, type BinaryFunction, type Call, type Condition, type Expression, type FunctionTree, type Integer, type Place, unaryFunctions } from './syntax.js';

export function place(scope: Scope): Place {
  const { random } = scope;
  const kind = random.weighted({ variable: 3, element: scope.arrays.length ? 4 : 0, field: scope.objects.length ? 3 : 0 });
  switch (kind) {
    case 'variable': return { kind, name: random.pick(scope.numbers) };
    case 'element': return { kind, array: random.pick(scope.arrays), index: integer(scope) };
    case 'field': return { kind, object: random.pick(scope.objects), field: random.pick(scope.fields) };
  }
}

export function simple(scope: Scope): Expression {
  return scope.random.chance(0.3) ? { kind: 'number', value: scope.random.coefficient() } : place(scope);
}

export function expression(scope: Scope, depth: number): Expression {
  const { random } = scope;
  if (depth === 0) return simple(scope);
  const below = () => expression(scope, depth - 1);
  const kind = random.weighted({ simple: 2, unary: 3, binary: 6, select: 0.7, call: scope.callees.length ? 1.5 : 0 });
  switch (kind) {
    case 'simple': return simple(scope);
    case 'unary': return { kind, function: random.pick(unaryFunctions), operand: below() };
    case 'binary': {
      const which = random.weighted<BinaryFunction>({ '+': 4, '-': 3, '*': 6, quotient: 1.5, power: 0.5, complexQuotient: 0.4, fmax: 0.4, hypot: 0.3 });
      return { kind, function: which, left: below(), right: below() };
    }
    case 'select': return { kind, condition: condition(scope), whenTrue: below(), whenFalse: below() };
    case 'call': return call(scope, returnsNumber) ?? simple(scope);
  }
}

export const returnsNumber = ({ shape }: FunctionTree): boolean => shape !== 'struct';

/** Undefined where no function is in scope for which there are arguments. */
export function call(scope: Scope, wanted: (callee: FunctionTree) => boolean): Call | undefined {
  const { random } = scope, callees = scope.callees.filter(wanted);
  if (callees.length === 0) return undefined;
  const callee = random.pick(callees), twin = callees.find((one) => one !== callee && one.shape === callee.shape && one.real === callee.real);
  const values = factsOf(callee.shape).parameters.map(({ kind, text }) => argument(scope, kind, text));
  if (values.includes(undefined)) return undefined;
  const other = twin && random.chance(0.7) ? { callee: twin.name, condition: condition(scope) } : undefined;
  return { kind: 'call', callee: callee.name, other, through: callee.shape === 'callback' ? 'callback' : 'name', arguments: values.filter((value) => value !== undefined) };
}

function argument(scope: Scope, kind: string, text: string): Argument | undefined {
  const { random } = scope;
  const pointer = (names: readonly string[]): Argument | undefined => (names.length ? { kind: 'pointer', to: random.pick(names) } : undefined);
  switch (kind) {
    case 'number': return simple(scope);
    // Recursion ends soon; it must not depend on what loops count.
    case 'state': return text.endsWith(' depth') ? { kind: 'integer', value: 1 + random.below(3) } : integer(scope);
    case 'array': return pointer(scope.arrays);
    case 'table': return pointer(scope.tables);
    case 'list': return pointer(scope.lists);
    case 'object': case 'object by value': return scope.objects.length ? { kind, name: random.pick(scope.objects) } : undefined;
    default: return { kind: 'size' };
  }
}

export function condition(scope: Scope): Condition {
  const { random } = scope;
  if (random.chance(0.5) && scope.states.length + scope.counters.length) {
    return { kind: 'modulo', integer: integer(scope, 0), divisor: 2 + random.below(2), negated: random.chance(0.5) };
  }
  const right: Expression = random.chance(0.6) ? { kind: 'number', value: random.coefficient() } : simple(scope);
  return { kind: 'compare', operator: random.pick(['<', '>'] as const), left: place(scope), right };
}

export function integer(scope: Scope, literals = 2): Integer {
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
