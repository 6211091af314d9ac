import { describe, expect, it } from 'vitest';
import { Shapes } from './algebra.js';
import { printShape } from './print.js';
import { type Run, bytesRun } from './runs.js';
import type { Shape } from './shape.js';

const shapes = new Shapes((kind) => (kind === 'float' ? 4 : kind === 'integer' ? 1 : 8));
const at = (offset: number, kind: 'double' | 'float' | 'pointer', count = 1): Run => ({ ...shapes.scalarRun(kind), offset, count });
const int = (offset: number): Run => bytesRun('integer', offset, 4);
/** `struct { double p; int id; float q; double hist[3]; }` */
const cell = [at(0, 'double'), int(8), at(12, 'float'), at(16, 'double', 3)];
const cells = shapes.repeating(cell, 40);
const doubles = shapes.repeating([at(0, 'double')], 8);

describe('interning', () => {
  it('makes equal shapes one object', () => {
    expect(shapes.of([at(8, 'double'), at(0, 'double')])).toBe(shapes.of([at(0, 'double', 2)]));
    expect(shapes.repeating([at(0, 'double', 5)], 40)).toBe(doubles);
  });
});

describe('patterns', () => {
  it('absorb what they imply', () => {
    expect(shapes.join(doubles, shapes.of([at(24, 'double')]))).toBe(doubles);
    expect(shapes.join(cells, shapes.of([int(48)]))).toBe(cells);
  });

  it('of an array of structs win over the array of the first member', () => {
    expect(shapes.join(doubles, cells)).toBe(cells);
    expect(shapes.join(cells, doubles)).toBe(cells);
  });

  it('do not fill bytes that a struct declares as storage for anything', () => {
    const buffer = shapes.repeating([at(0, 'double'), bytesRun('opaque', 8, 8)], 16);
    expect(shapes.join(buffer, doubles)).toBe(buffer);
  });

  it('of one pointer do not fill a struct whose other pointer leads elsewhere', () => {
    const to = (memory: Shape, offset: number): Run => ({ ...shapes.scalarRun('pointer', undefined, memory), offset });
    const counts = shapes.repeating([int(0)], 4);
    const handle = shapes.repeating([to(doubles, 0), to(counts, 8)], 16);
    expect(shapes.join(handle, shapes.repeating([to(doubles, 0)], 8))).toBe(handle);
    const array = shapes.repeating([to(doubles, 0)], 8);
    expect(shapes.join(shapes.repeating([to(doubles, 0), to(doubles, 8)], 16), array)).toBe(array);
  });

  it('fill what is only partly known', () => {
    expect(shapes.join(shapes.repeating([at(0, 'double')], 24), doubles)).toBe(doubles);
  });

  it('end where something else is known after their first instance', () => {
    const cut = shapes.join(doubles, shapes.of([int(24)]));
    expect(printShape(cut)).toBe('{24: integer x4, every 8 from 0 to 24: {0: double}}');
  });

  it('conflict with what contradicts their first instance', () => {
    expect(printShape(shapes.join(doubles, shapes.of([shapes.scalarRun('pointer')])))).toContain('0: conflict x8');
    expect(printShape(shapes.join(doubles, shapes.of([int(0)])))).toBe('{0: double or integer, every 8: {0: double}}');
  });
});

describe('moving', () => {
  it('shifts patterns to and fro', () => {
    const inside = shapes.shift(cells, -16);
    expect(shapes.window(inside, 0, 40).map((run) => `${run.offset} ${run.kind} ${run.count}`))
      .toEqual(['0 double 4', '32 integer 4', '36 float 1']);
    expect(shapes.shift(inside, 16)).toBe(cells);
  });

  it('keeps of an inner array one instance', () => {
    expect(shapes.firstInstance(doubles)).toBe(shapes.of([at(0, 'double')]));
  });
});

describe('strides', () => {
  it('folds an access at a variable index into a pattern', () => {
    expect(shapes.fold(shapes.of([at(0, 'double')]), 8)).toBe(doubles);
    expect(shapes.fold(shapes.of(cell), 40)).toBe(cells);
    expect(printShape(shapes.fold(shapes.of([at(8, 'double')]), 8))).toBe('{every 8 from 8 to Infinity: {0: double}}');
  });

  it('learns nothing from a stride that the access does not fit', () => {
    expect(shapes.fold(shapes.of([int(0)]), 1)).toBe(shapes.empty);
    expect(shapes.fold(shapes.of([at(0, 'double'), int(8)]), 8)).toBe(shapes.empty);
  });

  it('walks along a pattern, not along anything else', () => {
    expect(printShape(shapes.walked(doubles, 16))).toBe('{every 8 from -Infinity to Infinity: {0: double}}');
    expect(shapes.walked(cells, 8)).toBe(shapes.empty);
  });
});

describe('meeting', () => {
  it('keeps what holds for both', () => {
    expect(shapes.meet(doubles, shapes.repeating([at(0, 'double')], 8, 0, 80))).toBe(shapes.repeating([at(0, 'double')], 8, 0, 80));
    expect(shapes.meet(doubles, shapes.repeating([at(0, 'float')], 4))).toBe(shapes.empty);
    expect(shapes.meet(shapes.of(cell), shapes.of([at(0, 'double'), int(8)]))).toBe(shapes.of([at(0, 'double'), int(8)]));
  });
});

describe('recursive types', () => {
  const node: Shape = shapes.table.named('node', () => shapes.repeating([at(0, 'double'), { ...at(8, 'pointer'), pointee: node }], 16).inside);

  it('stay finite, and keep their name where nothing is added', () => {
    expect(shapes.join(node, shapes.of([at(0, 'double')]))).toBe(node);
    expect(shapes.join(node, shapes.of([{ ...at(8, 'pointer'), pointee: shapes.of([at(0, 'double')]) }]))).toBe(node);
  });

  it('can be compared with another of the same form', () => {
    const twin: Shape = shapes.table.named('twin', () => shapes.repeating([at(0, 'double'), { ...at(8, 'pointer'), pointee: twin }], 16).inside);
    expect(shapes.join(node, twin)).toBe(node);
  });

  it('end at a depth limit when they have no name', () => {
    let list = shapes.of([at(0, 'double')]);
    for (let i = 0; i < 50; i++) list = shapes.join(shapes.of([at(0, 'double')]), shapes.shift(shapes.pointerTo(list), 8));
    expect(printShape(list).match(/pointer/g)?.length).toBeLessThan(8);
  });
});
