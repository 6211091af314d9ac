import { expect, test } from 'vitest';
import { type BasicBlock, Builder, FunctionType, InvokeInstruction, Module, constantInt, i32, voidType } from '../ir/index.js';
import { ControlFlow } from './control-flow.js';
import { DominatorTree, PostDominatorTree } from './dominators.js';
import { exampleGraph } from './example-graph.testing.js';

function trees(text: string) {
  const graph = exampleGraph(text);
  const cfg = new ControlFlow(graph.fn);
  return { ...graph, cfg, dominators: new DominatorTree(cfg), postDominators: new PostDominatorTree(cfg) };
}

/** Straight from the definition: `a` dominates `b` if `b` cannot be reached around `a`. */
function dominatesByDefinition(entry: BasicBlock, a: BasicBlock, b: BasicBlock): boolean {
  const seen = new Set<BasicBlock>();
  const work = entry === a ? [] : [entry];
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    work.push(...block.successors.filter((s) => s !== a));
  }
  return !seen.has(b);
}

test('after a diamond, its start is the immediate dominator and its end the immediate post-dominator', () => {
  const { block, dominators, postDominators } = trees('start -> left right; left -> end; right -> end');
  expect(dominators.immediateDominator(block('end'))).toBe(block('start'));
  expect(dominators.immediateDominator(block('start'))).toBeUndefined();
  expect(dominators.dominates(block('left'), block('end'))).toBe(false);
  expect(dominators.commonDominator(block('left'), block('right'))).toBe(block('start'));
  expect(postDominators.immediatePostDominator(block('start'))).toBe(block('end'));
  expect(postDominators.postDominates(block('end'), block('left'))).toBe(true);
  expect(postDominators.postDominates(block('left'), block('start'))).toBe(false);
});

test('two exits meet only behind the function, and an endless loop has no post-dominators', () => {
  const { block, postDominators } = trees('start -> a b; a -> x; b -> spin; spin -> spin');
  expect(postDominators.immediatePostDominator(block('a'))).toBe(block('x'));
  expect(postDominators.immediatePostDominator(block('x'))).toBeUndefined();
  expect(postDominators.postDominates(block('spin'), block('b'))).toBe(false);
  // Every path from `start` to an exit passes `a`, as `b` never gets to one.
  expect(postDominators.immediatePostDominator(block('start'))).toBe(block('a'));
});

test('random graphs agree with the definition', () => {
  let seed = 7;
  const random = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
  for (let round = 0; round < 60; round++) {
    const size = 3 + random(9);
    const rows = Array.from({ length: size }, (_, i) => `b${i} -> ${Array.from({ length: random(4) }, () => `b${1 + random(size - 1)}`).join(' ')}`);
    const { fn, cfg, dominators, names } = trees(rows.join(';'));
    for (const a of cfg.reversePostOrder) {
      for (const b of cfg.reversePostOrder) {
        expect(dominators.dominates(a, b), `${rows.join('; ')}: ${names([a, b])}`).toBe(dominatesByDefinition(fn.entry, a, b));
      }
    }
  }
});

test('within a block the order counts, and keeps counting after the block has changed', () => {
  const fn = new Module().addFunction('f', new FunctionType(i32, [i32]));
  const builder = new Builder(fn.addBlock('entry'));
  const argument = fn.args[0]!;
  const first = builder.binary('add', argument, argument);
  const second = builder.binary('mul', first, first);
  builder.ret(second);
  const dominators = new DominatorTree(new ControlFlow(fn));
  expect(dominators.dominatesInstruction(first, second)).toBe(true);
  expect(dominators.dominatesInstruction(second, first)).toBe(false);
  expect(dominators.dominatesInstruction(first, first)).toBe(false);
  expect(dominators.dominatesInstruction(argument, first)).toBe(true);
  const inserted = builder.beforeInstruction(first).binary('add', argument, constantInt(i32, 1));
  expect(dominators.dominatesInstruction(inserted, first)).toBe(true);
  expect(dominators.dominatesInstruction(first, inserted)).toBe(false);
});

test('the value of an invoke is available on its normal path only', () => {
  const module = new Module();
  const callee = module.addFunction('g', new FunctionType(i32, []));
  const fn = module.addFunction('f', new FunctionType(voidType, []));
  const [entry, normal, unwind, end] = ['entry', 'normal', 'unwind', 'end'].map((name) => fn.addBlock(name)) as [BasicBlock, BasicBlock, BasicBlock, BasicBlock];
  const invoke = new Builder(entry).insert(new InvokeInstruction(callee.functionType, callee, [], [normal, unwind]));
  const user = new Builder(normal).binary('add', invoke, invoke);
  new Builder(normal).br(end);
  new Builder(unwind).br(end);
  const phi = new Builder(end).phi(i32, [[invoke, normal], [constantInt(i32, 0), unwind]]);
  const last = new Builder(end).ret();
  const dominators = new DominatorTree(new ControlFlow(fn));
  expect(dominators.dominatesInstruction(invoke, user)).toBe(true);
  expect(dominators.dominatesInstruction(invoke, unwind.terminator!)).toBe(false);
  expect(dominators.dominatesInstruction(invoke, last)).toBe(false);
  expect(dominators.dominatesUse(invoke, { user: phi, index: 0 })).toBe(true);
  expect(dominators.dominatesUse(invoke, { user: phi, index: 1 })).toBe(false);
});

test('a long chain with one common exit is analysed in linear time', () => {
  const size = 50_000;
  const { block, dominators } = trees(Array.from({ length: size }, (_, i) => `b${i} -> b${i + 1} exit`).join(';'));
  expect(dominators.immediateDominator(block('exit'))).toBe(block('b0'));
});
