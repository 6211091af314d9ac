/** What a store writes: numbers flow back in the reverse sweep, everything else moves in the forward sweep. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { double, i32, pointer, StructType, ArrayType, type Type } from '../ir/index.js';
import { analyzeTypes } from '../types/index.js';
import { contentsOfStore, eachLeaf } from './stores.js';

function contents(type: string, body = ''): string {
  const module = parseModule(`define void @f(ptr %p, ${type} %v, double %x, i64 %n) {\n${body}\n store ${type} ${body.includes('%w') ? '%w' : '%v'}, ptr %p\n ret void\n}`);
  const fn = module.functions.get('f');
  const store = [...fn?.instructions() ?? []].find((each) => each.kind === 'store');
  if (!fn || store?.kind !== 'store') throw new Error('no store');
  return contentsOfStore(store, analyzeTypes(module).of(fn));
}

describe('a store', () => {
  it.each([
    ['double', 'numbers'], ['<2 x float>', 'numbers'], ['{ double, [2 x float] }', 'numbers'],
    ['ptr', 'others'], ['i8', 'others'], ['{ i32, ptr }', 'others'],
    ['{ double, i32 }', 'mixed'], ['{ ptr, double }', 'mixed'],
  ])('of %s writes %s', (type, expected) => { expect(contents(type)).toBe(expected); });

  it('of an integer writes what its bits are', () => {
    expect(contents('i64', '%w = bitcast double %x to i64')).toBe('numbers');
    expect(contents('i64', '%w = mul i64 %n, 3')).toBe('others');
    expect(() => contents('i64')).toThrow(expect.objectContaining({ code: 'RZ2002' }));
  });
});

it('visits the parts of an aggregate by their path', () => {
  const parts: string[] = [];
  const type: Type = new StructType([double, new ArrayType(i32, 2), pointer]);
  eachLeaf(type, (path, leaf) => { parts.push(`${path.join('.')} ${leaf.text}`); });
  expect(parts).toEqual(['0 double', '1.0 i32', '1.1 i32', '2 ptr']);
});
