import { expect, test } from 'vitest';
import { ControlFlow } from './control-flow.js';
import { exampleGraph } from './example-graph.testing.js';

test('a diamond: the branches come between their start and their end', () => {
  const { fn, block, names } = exampleGraph('start -> left right; left -> end; right -> end');
  const cfg = new ControlFlow(fn);
  expect(names(cfg.reversePostOrder)).toMatch(/^start (left right|right left) end$/);
  expect(names(cfg.predecessors(block('end'))).split(' ').sort()).toEqual(['left', 'right']);
});

test('a block that nothing reaches is neither listed nor a predecessor', () => {
  const { fn, block, names } = exampleGraph('start -> end; dead -> end');
  const cfg = new ControlFlow(fn);
  expect(names(cfg.reversePostOrder)).toBe('start end');
  expect(cfg.isReachable(block('dead'))).toBe(false);
  expect(names(cfg.predecessors(block('end')))).toBe('start');
  expect(() => cfg.indexOf(block('dead'))).toThrow(RangeError);
});

test('several edges between two blocks count once', () => {
  const { fn, block, names } = exampleGraph('start -> end end other; other -> end end');
  const cfg = new ControlFlow(fn);
  expect(names(cfg.predecessors(block('end')))).toBe('start other');
  expect(names(cfg.successors(block('start')))).toBe('end other');
});

test('a chain of 200,000 blocks overflows no stack', () => {
  const chain = Array.from({ length: 200_000 }, (_, i) => `b${i} -> b${i + 1}`).join(';');
  expect(new ControlFlow(exampleGraph(chain).fn).reversePostOrder.length).toBe(200_001);
});
