import { expect, test } from 'vitest';
import { Builder, FunctionType, type Function, Module, pointer, voidType } from '../ir/index.js';
import { CallGraph } from './call-graph.js';

/** `'a: b c'`: a calls b, then c. Functions without a row are declarations; `?` is a call through a pointer. */
function program(...rows: string[]) {
  const module = new Module();
  const type = new FunctionType(voidType, [pointer]);
  const fn = (name: string): Function => module.getOrDeclare(name, type);
  for (const row of rows) {
    const [name = '', ...callees] = row.split(/[:\s]+/).filter((word) => word !== '');
    const builder = new Builder(fn(name).addBlock());
    const argument = fn(name).args[0]!;
    for (const callee of callees) builder.callPointer(type, callee === '?' ? argument : fn(callee), [argument]);
    builder.ret();
  }
  return { fn, graph: (...roots: string[]) => new CallGraph(roots.map(fn)) };
}

const names = (functions: Iterable<Function>): string[] => [...functions].map((each) => each.name);

test('callees come before callers', () => {
  const { fn, graph } = program('main: a b', 'a: b sin', 'b: sin');
  expect(graph('main').components.map(names)).toEqual([['sin'], ['b'], ['a'], ['main']]);
  expect(names(graph('main').callees(fn('a')))).toEqual(['b', 'sin']);
  expect(names(graph('main').callers(fn('b'))).sort()).toEqual(['a', 'main']);
  expect(graph('main').isRecursive(fn('main'))).toBe(false);
});

test('recursion, direct and mutual', () => {
  const { fn, graph } = program('main: self even', 'self: self', 'even: odd', 'odd: even leaf', 'leaf:');
  const calls = graph('main');
  expect(['self', 'even', 'odd', 'leaf', 'main'].map((name) => calls.isRecursive(fn(name)))).toEqual([true, true, true, false, false]);
});

test('what the roots do not reach is not looked at', () => {
  const { fn, graph } = program('main: a', 'a: ?', 'other: a');
  const calls = graph('main');
  expect(names(calls.functions).sort()).toEqual(['a', 'main']);
  expect(calls.indirectCalls(fn('a')).length).toBe(1);
});

test('a chain of 20,000 calls overflows no stack', () => {
  const { graph } = program(...Array.from({ length: 20_000 }, (_, i) => `f${i}: f${i + 1}`));
  expect(graph('f0').components.length).toBe(20_001);
});
