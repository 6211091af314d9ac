import { expect, test } from 'vitest';
import { ControlFlow } from './control-flow.js';
import { DominatorTree } from './dominators.js';
import { type Loop, LoopForest } from './loops.js';
import { exampleGraph } from './example-graph.testing.js';

function forest(text: string) {
  const graph = exampleGraph(text);
  const cfg = new ControlFlow(graph.fn);
  const loops = new LoopForest(cfg, new DominatorTree(cfg));
  const headed = (name: string): Loop => {
    const found = loops.loops.find((loop) => loop.header.name === name);
    if (!found) throw new Error(`no loop at ${name}`);
    return found;
  };
  const sorted = (blocks: Iterable<{ name: string | undefined }>): string => [...blocks].map((b) => b.name).sort().join(' ');
  return { ...graph, loops, headed, sorted };
}

test('a while loop: header, body, exit, preheader', () => {
  const { headed, names } = forest('start -> head; head -> body end; body -> head');
  const loop = headed('head');
  expect(names(loop.blocks)).toBe('head body');
  expect(names(loop.latches)).toBe('body');
  expect(loop.preheader?.name).toBe('start');
  expect(loop.exits.map(({ from, to }) => `${from.name}-${to.name}`)).toEqual(['head-end']);
  expect(loop.depth).toBe(1);
});

test('a loop of one block whose guard goes around it has no preheader', () => {
  const { headed, names } = forest('start -> loop end; loop -> loop end');
  expect(names(headed('loop').blocks)).toBe('loop');
  expect(names(headed('loop').entering)).toBe('start');
  expect(headed('loop').preheader).toBeUndefined();
});

test('nested loops: outer before inner, and each block in its innermost', () => {
  const { loops, headed, block, sorted } = forest(
    'start -> outer; outer -> inner end; inner -> innermost latch; innermost -> innermost inner; latch -> outer');
  expect(loops.loops.map((l) => `${l.header.name}:${l.depth}`)).toEqual(['outer:1', 'inner:2', 'innermost:3']);
  expect(loops.loopOf(block('latch'))).toBe(headed('outer'));
  expect(loops.loopOf(block('innermost'))).toBe(headed('innermost'));
  expect(loops.loopOf(block('end'))).toBeUndefined();
  expect(headed('inner').parent).toBe(headed('outer'));
  expect(headed('outer').children).toEqual([headed('inner')]);
  expect(sorted(headed('outer').blocks)).toBe('inner innermost latch outer');
  expect(loops.irreducibleCycles).toEqual([]);
});

test('an inner loop whose header is the latch of the outer one', () => {
  const { headed, sorted, loops } = forest('start -> outer; outer -> inner; inner -> inner outer end');
  expect(sorted(headed('outer').blocks)).toBe('inner outer');
  expect(headed('inner').parent).toBe(headed('outer'));
  expect(loops.irreducibleCycles).toEqual([]);
});

test('several latches make one loop, and an exit may leave two loops at once', () => {
  const { headed, sorted, loops } = forest('start -> outer; outer -> head; head -> a b; a -> head end; b -> head outer');
  expect(loops.loops.length).toBe(2);
  expect(sorted(headed('head').latches)).toBe('a b');
  expect(headed('head').exits.map(({ from, to }) => `${from.name}-${to.name}`).sort()).toEqual(['a-end', 'b-outer']);
  expect(headed('outer').exits.map(({ from, to }) => `${from.name}-${to.name}`)).toEqual(['a-end']);
});

test('a cycle with two entries is irreducible and no loop', () => {
  const { loops, block, sorted } = forest('start -> a b; a -> b; b -> a end');
  expect(loops.loops).toEqual([]);
  expect(loops.irreducibleCycles.map(sorted)).toEqual(['a b']);
  expect(loops.isInIrreducibleCycle(block('a'))).toBe(true);
  expect(loops.isInIrreducibleCycle(block('start'))).toBe(false);
});

test('an irreducible cycle inside a loop, and a loop inside the irreducible cycle', () => {
  const { loops, headed, block, sorted } = forest(
    'start -> outer; outer -> a b; a -> c; c -> c b; b -> a latch; latch -> outer end');
  expect(loops.loops.map((l) => l.header.name)).toEqual(['outer', 'c']);
  expect(loops.irreducibleCycles.map(sorted)).toEqual(['a b c']);
  expect(loops.isInIrreducibleCycle(block('a'))).toBe(true);
  expect(loops.isInIrreducibleCycle(block('c'))).toBe(false);
  expect(headed('c').isInsideIrreducibleCycle).toBe(true);
  expect(headed('outer').isInsideIrreducibleCycle).toBe(false);
  expect(loops.isInIrreducibleCycle(block('latch'))).toBe(false);
});

test('random graphs: without back edges and irreducible blocks no cycle is left', () => {
  let seed = 3;
  const random = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
  for (let round = 0; round < 200; round++) {
    const size = 3 + random(10);
    const rows = Array.from({ length: size }, (_, i) => `b${i} -> ${Array.from({ length: 1 + random(2) }, () => `b${1 + random(size - 1)}`).join(' ')}`);
    const { fn, loops } = forest(rows.join(';'));
    const inCycle = (block: (typeof fn.blocks)[number]): boolean => loops.irreducibleCycles.some((c) => c.has(block));
    const isCut = (from: (typeof fn.blocks)[number], to: (typeof fn.blocks)[number]): boolean =>
      loops.loops.some((loop) => loop.header === to && loop.latches.includes(from)) || (inCycle(from) && inCycle(to));
    const done = new Set<unknown>();
    const onPath = new Set<unknown>();
    const visit = (block: (typeof fn.blocks)[number]): void => {
      expect(onPath.has(block), rows.join('; ')).toBe(false);
      if (done.has(block) || onPath.has(block)) return;
      onPath.add(block);
      for (const next of block.successors) if (!isCut(block, next)) visit(next);
      onPath.delete(block);
      done.add(block);
    };
    visit(fn.entry);
  }
});
