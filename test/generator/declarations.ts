/** Random declarations, and what they bring into scope. */
import { condition, simple } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declaration } from './syntax.js';

export function declaration(scope: Scope): { readonly declares: Declaration; readonly more: Partial<Scope> } {
  const { random, arrays, objects } = scope;
  const stable = arrays.filter((name) => !scope.growable.includes(name)), swapped = scope.pairs.filter(([first]) => !first.includes('['));
  const kind = random.weighted<Declaration['kind']>({
    array: 3, pair: stable.length > 1 ? 1.5 : 0, table: stable.length > 1 ? 1.2 : 0, handle: swapped.length ? 2 : 0,
    struct: 3, reference: objects.length ? 3 : 0, list: 1.8,
  });
  switch (kind) {
    case 'array': {
      const name = fresh(scope, 'w'), where = random.pick(['stack', 'malloc', 'malloc', 'calloc'] as const);
      const growable = where !== 'stack' && random.chance(0.5) ? [...scope.growable, name] : scope.growable;
      return { declares: { kind, name, where, start: simple(scope) }, more: { arrays: [...arrays, name], growable } };
    }
    case 'pair': {
      const first = fresh(scope, 'p'), second = fresh(scope, 'q');
      return { declares: { kind, first, second, to: [random.pick(stable), random.pick(stable)] },
        more: { arrays: [...arrays, first, second], pairs: [...scope.pairs, [first, second]] } };
    }
    case 'table': {
      const name = fresh(scope, 'rows'), to = Array.from({ length: 3 }, () => random.pick(stable));
      const index = scope.states.length ? `${random.pick(scope.states)} % 3` : '2';
      return { declares: { kind, name, to },
        more: { arrays: [...arrays, `${name}[0]`, `${name}[${index}]`], tables: [...scope.tables, name], pairs: [...scope.pairs, [`${name}[0]`, `${name}[1]`], [`${name}[1]`, `${name}[2]`]] } };
    }
    case 'handle': {
      const name = fresh(scope, 'h'), to = random.pick(swapped);
      return { declares: { kind, name, to, condition: condition(scope) }, more: { arrays: [...arrays, `(*${name})`], pairs: [...scope.pairs, [`*${name}`, to[0]]] } };
    }
    case 'struct': {
      const name = fresh(scope, 't'), count = random.pick([1, 1, 2] as const);
      const names = count === 1 ? [name] : [`${name}[0]`, `${name}[1]`, ...scope.states.slice(0, 1).map((state) => `${name}[${state} % 2]`)];
      return { declares: { kind, name, count, field: random.pick(scope.fields), start: simple(scope) }, more: { objects: [...objects, ...names] } };
    }
    case 'reference': {
      const name = fresh(scope, 'r'), to = [random.pick(objects), random.pick(objects)] as const;
      return { declares: { kind, name, to, condition: condition(scope) }, more: { objects: [...objects, `*${name}`, `*${name}`] } };
    }
    case 'list': {
      const name = fresh(scope, 'l'), form = random.pick(['chain', 'chain', 'tree'] as const), length = 1 + random.below(form === 'tree' ? 2 : 4);
      return { declares: { kind, name, form, length, start: simple(scope) },
        more: { lists: [...scope.lists, name], loose: form === 'chain' ? [...scope.loose, name] : scope.loose } };
    }
  }
}
