/** Random programs. Each function is grown from the top with a budget of statements. */
import { expression, simple } from './expressions.js';
import { chooseLayout, fieldsOf, type MemberName } from './layout.js';
import { Random } from './random.js';
import type { Scope } from './scope.js';
import { factsOf, type Shape, shapes } from './shapes.js';
import { block } from './statements.js';
import type { Expression, FunctionTree, Program, RealType } from './syntax.js';

export function generateProgram(seed: number): Program {
  const random = new Random(seed), name = `p${seed}`, size = 3 + random.below(3), single = random.chance(0.15);
  const layout = chooseLayout(random, single), about: About = { random, name, layout, single, helpers: [] };
  for (let left = random.below(4); left > 0; left--) addHelper(about);
  const main = grow(about, `${name}_main`, 'array', { statements: 3 + random.below(3), depth: 3, fuel: 6 + random.below(8) });
  // Off by some of the fourth decimal: no two inputs are the same, nor is one the same as a number in the text, where a choice has a kink.
  const value = (position: number) => Number((random.coefficient() + 0.00037 * (position + 1)).toFixed(5));
  const values = (first: number) => Array.from({ length: size }, (_, i) => value(first + i));
  // Every program depends on what it is given, else any derivative of it would do.
  const product: Expression = { kind: 'binary', function: '*', left: { kind: 'variable', name: 'b' }, right: { kind: 'element', array: 'x', index: { kind: 'state', name: 'k' } } };
  return {
    seed, name, size, layout, single, helpers: about.helpers, main: { ...main, result: { kind: 'binary', function: '+', left: main.result, right: product } },
    at: { x: values(2), y: values(2 + size), a: value(0), b: value(1), k: random.below(5) },
  };
}

/** What is settled of a program while its functions grow. */
interface About { readonly random: Random; readonly name: string; readonly layout: readonly MemberName[]; readonly single: boolean; readonly helpers: FunctionTree[] }

/** Statements at the top, levels of nesting, and statements in all (a few more where a body would be empty). */
interface Budget { readonly statements: number; readonly depth: number; readonly fuel: number }

function addHelper(about: About): void {
  const { random, helpers } = about, weights = Object.fromEntries(Object.entries(shapes).map(([shape, { weight }]) => [shape, weight])) as Record<Shape, number>;
  // Now and then one that the last one can be exchanged for: a pointer to a function has two to choose from.
  const last = helpers.at(-1)?.shape, shape = last && last !== 'mutual' && random.chance(0.2) ? last : random.weighted(weights);
  const name = `${about.name}_h${helpers.length}`, budget = { statements: 1 + random.below(3), depth: 2, fuel: 3 + random.below(4) };
  if (shape !== 'mutual') {
    helpers.push(grow(about, name, shape, budget, shape === 'recursive' ? name : undefined));
    return;
  }
  const other = `${about.name}_h${helpers.length + 1}`;
  const pair = [grow(about, name, shape, budget, other), grow(about, other, shape, budget, name)];
  helpers.push(...pair);
}

function grow({ random, layout, single, helpers }: About, name: string, shape: Shape, budget: Budget, inner?: string): FunctionTree {
  const facts = factsOf(shape), real = (): RealType => random.weighted({ double: 8, float: single ? 4 : 0, 'long double': 1.5 });
  const { numbers, objects, arrays, lists, pairs } = facts;
  const members = layout.includes('k') ? objects.map((object) => (object.startsWith('*') ? `${object.slice(1)}->k` : `${object}.k`)) : [];
  const outer: Scope = {
    random, numbers, objects, arrays, lists, pairs, fields: fieldsOf(layout), growable: [], tables: pairs.length ? ['rows'] : [], loose: [], counters: [], callees: [],
    loops: 0, depth: budget.depth, shared: { next: 0, fuel: budget.fuel }, states: [...facts.states, ...members],
  };
  const locals = Array.from({ length: 1 + random.below(3) }, (_, i) => ({ kind: 'local', name: `u${i}`, real: real(), start: simple(outer) }) as const);
  const states = [{ kind: 'start', name: 'm', start: random.below(4) }] as const;
  const scope: Scope = {
    ...outer, numbers: [...numbers, ...locals.map((local) => local.name)], states: [...outer.states, 'm'],
    callees: helpers.filter((helper) => helper.shape !== 'mutual' || helper.name < (helper.inner ?? '')),
  };
  const body = block(scope, budget.statements);
  return { kind: 'function', name, shape, real: shape === 'scalar' ? real() : 'double', noinline: random.chance(0.7), inner, locals, states, body, result: expression(scope, 2) };
}
