/** How what the plan keeps is laid out in memory. */
import { describe, expect, it } from 'vitest';
import { type Type, StructType, VectorType, double, i1, i32, i8, pointer } from '../ir/index.js';
import { planOf } from '../plan/example.testing.js';
import { TapeLayout } from './tape.js';

const loop = `target datalayout = "e-m:e-i64:64-n8:16:32:64-S128"
define double @f(ptr %p, i32 %n) {
  entry:
    br label %head
  head:
    %i = phi i32 [ 0, %entry ], [ %next, %head ]
    %y = load double, ptr %p
    %next = add i32 %i, 1
    %more = icmp slt i32 %next, %n
    br i1 %more, label %head, label %end
  end:
    ret double %y
  }`;

/** The plan of a loop, with further fields in the tape and in the loop's records. */
function layout(inTape: readonly Type[], inRecords: readonly Type[], isRecursive = false): TapeLayout {
  const { plan, skeleton, block, fn } = planOf(loop);
  for (const type of inTape) skeleton.root.add(type, 'item');
  for (const type of inRecords) skeleton.frameOf(block('head')).add(type, 'item');
  return new TapeLayout(fn.module, plan, isRecursive);
}

describe('a tape', () => {
  it('has its widest fields first, which takes no padding', () => {
    const tape = layout([i1, double, i32], []);
    expect(tape.type?.fields.map((type) => type.text)).toEqual(['double', 'i32', 'i1']);
    expect(tape.frames).toEqual([]);
    expect(tape.carrierType).toBe(tape.type);
  });

  it('ends with the addresses of what the records of each loop consist of, how many there are and, where two are of a kind, how many fit', () => {
    const tape = layout([i8], [i8, double, i8]);
    const [frame] = tape.frames;
    if (!frame) throw new Error('no records');
    expect(tape.type?.text).toBe('{ i8, ptr, ptr, i64, i64 }');
    expect(tape.piecesOf(frame).map(({ kind, size }) => [kind, size])).toEqual([['i8', 2], ['double', 8]]);
    expect(tape.positionOfFrame(frame)).toBe(1);
    expect(tape.recordType(frame).text).toBe('{ double, i8, i8 }');
    expect(frame.fields.map((field) => tape.positionOf(field))).toEqual([1, 0, 2]);
  });

  it('is nothing where nothing is kept', () => {
    const { plan, fn } = planOf('define double @f(double %x) {\n ret double %x\n}');
    expect(new TapeLayout(fn.module, plan, false).carrierType).toBeUndefined();
  });

  it('of a recursive function, or of many fields, is passed by address', () => {
    expect(layout([], [], true).carrierType).toBe(pointer);
    const large = layout(Array.from({ length: 40 }, () => i32), []);
    expect(large.isBoxed).toBe(true);
    expect(large.carrierType).toBe(pointer);
    expect(large.type).toBeInstanceOf(StructType);
    expect(large.type?.fields).toHaveLength(40);
  });

  it('asks for no more alignment than allocators give', () => {
    const tape = layout([i8], []);
    expect([i8, double, new VectorType(double, 2), new VectorType(double, 8)].map((type) => tape.alignmentOf(type))).toEqual([1, 8, 16, 16]);
  });

  it('does not know the fields of another plan', () => {
    const [one, other] = [layout([i8], [i8]), layout([i8], [i8])];
    const [field] = one.frames[0]?.fields ?? [];
    expect(field && one.positionOf(field)).toBe(0);
    expect(() => field && other.positionOf(field)).toThrow();
  });
});
