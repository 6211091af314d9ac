/** Where cached values live: in the tape itself, or in a record for each execution of a loop's header. */
import { describe, expect, it } from 'vitest';
import { exampleGraph } from '../analysis/example-graph.testing.js';
import { Skeleton, type Frame } from './index.js';

function frames(graph: string): { skeleton: Skeleton; frameOf(name: string): string; left(from: string, to: string): string[]; live: string } {
  const { fn, block, names } = exampleGraph(graph);
  const skeleton = new Skeleton(fn);
  const describeFrame = (frame: Frame | undefined): string =>
    !frame || frame.isRoot ? 'tape' : `${frame.loop ? 'loop' : 'block'} ${frame.leader?.name} in ${describeFrame(frame.parent)}`;
  return {
    skeleton, frameOf: (name) => describeFrame(skeleton.frameOf(block(name))),
    left: (from, to) => skeleton.loopsLeft(block(from), block(to)).map((loop) => loop.header.name ?? '?'),
    live: names(skeleton.liveBlocks),
  };
}

describe('frames', () => {
  it('are the tape itself for blocks that run at most once', () => {
    const { skeleton, frameOf } = frames('entry -> then else; then -> end; else -> end');
    expect([frameOf('entry'), frameOf('then'), frameOf('end')]).toEqual(['tape', 'tape', 'tape']);
    expect(skeleton.frames).toEqual([skeleton.root]);
    expect(skeleton.exit?.name).toBe('end');
  });

  it('are one for each loop, numbered by the executions of its header', () => {
    const { frameOf, skeleton } = frames('entry -> outer; outer -> inner; inner -> inner latch; latch -> outer end');
    expect(frameOf('latch')).toBe('loop outer in tape');
    expect(frameOf('inner')).toBe('loop inner in loop outer in tape');
    expect(skeleton.frames.map((frame) => frame.depth)).toEqual([0, 1, 2]);
  });

  it('are one for each block on a cycle that is entered in two places', () => {
    const { frameOf } = frames('entry -> a b; a -> b; b -> a end');
    expect([frameOf('a'), frameOf('b'), frameOf('end')]).toEqual(['block a in tape', 'block b in tape', 'tape']);
  });

  it('are those of the cycle also inside a loop', () => {
    const { frameOf } = frames('entry -> head; head -> a b; a -> b; b -> a latch; latch -> head end');
    expect([frameOf('a'), frameOf('latch')]).toEqual(['block a in loop head in tape', 'loop head in tape']);
  });

  it('keep their fields in the order in which they were added', () => {
    const { skeleton } = frames('entry -> end');
    const { root } = skeleton;
    const [exit] = skeleton.fn.blocks;
    if (!exit) throw new Error('no block');
    const type = skeleton.fn.functionType.result;
    expect([root.add(type, 'first'), root.add(type, 'second')].map((field) => field.index)).toEqual([0, 1]);
    expect(root.fields.map((field) => field.label)).toEqual(['first', 'second']);
  });
});

describe('the way back', () => {
  it('leaves out blocks from which the function does not return', () => {
    const { live, skeleton } = frames('entry -> ok fail; ok -> end; fail -> spin; spin -> spin');
    expect(live).toBe('entry ok end');
    expect(skeleton.isLive(skeleton.fn.entry)).toBe(true);
  });

  it('is nowhere in a function that never returns', () => {
    const { skeleton, live } = frames('entry -> entry2; entry2 -> entry2');
    expect(skeleton.exit).toBeUndefined();
    expect(live).toBe('');
  });

  it('crosses the loops that an edge leaves, the innermost first', () => {
    const { left } = frames('entry -> outer; outer -> inner; inner -> inner2 end; inner2 -> inner latch; latch -> outer end');
    expect(left('inner', 'end')).toEqual(['inner', 'outer']);
    expect(left('inner2', 'latch')).toEqual(['inner']);
    expect(left('inner2', 'inner')).toEqual([]);
    expect(left('latch', 'end')).toEqual(['outer']);
  });

  it('counts no loop that an irreducible cycle goes through', () => {
    const { left, skeleton } = frames('entry -> a b; a -> loop; loop -> loop b; b -> a end');
    const counted = skeleton.loops.loops.map((loop) => `${loop.header.name} ${skeleton.isCounted(loop)}`);
    expect(counted).toEqual(['loop false']);
    expect(left('loop', 'b')).toEqual([]);
  });
});
