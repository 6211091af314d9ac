import { describe, expect, it } from 'vitest';
import { example } from './example.testing.js';

describe('integers', () => {
  it('are numbers when they are computed with', () => {
    const { kind, memory } = example(`define i64 @f(ptr %p, i64 %n, i64 %other) {
      %count = load i64, ptr %p
      %sum = add i64 %count, %n
      %moved = freeze i64 %other
      ret i64 %sum
    }`);
    expect(kind('count')).toBe('integer');
    expect(kind('n')).toBe('integer');
    expect(kind('other')).toBe('unknown');
    expect(memory('p', 8)).toBe('8: 0 integer*8');
  });

  it('are the bits of a float when they come from or go to one', () => {
    const { kind } = example(`define double @f(double %x, ptr %p) {
      %bits = bitcast double %x to i64
      %magnitude = and i64 %bits, 9223372036854775807
      %flipped = xor i64 %magnitude, -9223372036854775808
      %word = load i64, ptr %p
      %y = bitcast i64 %word to double
      %exponent = lshr i64 %bits, 52
      ret double %y
    }`);
    expect(kind('bits')).toBe('double');
    expect(kind('magnitude')).toBe('double');
    expect(kind('flipped')).toBe('double');
    expect(kind('word')).toBe('double');
    expect(kind('exponent')).toBe('integer');
  });

  it('are unknown where arithmetic meets the bits of a float', () => {
    const { kind } = example(`define float @f(float %x) {
      %bits = bitcast float %x to i32
      %half = lshr i32 %bits, 1
      %magic = sub i32 1597463007, %half
      %y = bitcast i32 %magic to float
      ret float %y
    }`);
    expect(kind('magic')).toBe('unknown');
    expect(kind('half')).toBe('unknown');
    expect(kind('bits')).toBe('float');
  });

  it('where there are floats at other times are what is done with them, and move as floats', () => {
    const { kind, memory } = example(`define double @f(i1 %c, double %x, i32 %i, ptr %p, ptr %q) {
      %n = load i32, ptr %p
      %m = sitofp i32 %n to double
      store double %x, ptr %p
      %moved = load i64, ptr %p
      %bits = bitcast double %x to i64
      %wide = zext i32 %i to i64
      %either = select i1 %c, i64 %bits, i64 %wide
      store i64 %either, ptr %q
      ret double %m
    }`);
    expect(kind('n')).toBe('integer');
    expect(kind('moved')).toBe('double');
    expect(kind('either')).toBe('double');
    expect(memory('p', 8)).toBe('8: 0 double');
    expect(memory('q', 8)).toBe('8: 0 double');
  });

  it('are numbers in the bytes that are cleared', () => {
    const { kind } = example(`define void @f(i32 %n, i64 %m, ptr %p) {
      %number = add i32 %n, 1
      %wide = zext i32 %number to i64
      %byte = and i64 %m, 255
      %sum = add i64 %m, 1
      %top = lshr i64 %m, 32
      %any = load i32, ptr %p
      %open = zext i32 %any to i64
      ret void
    }`);
    expect(['wide', 'byte', 'top', 'open'].map((name) => kind(name))).toEqual(['integer', 'integer', 'integer', 'unknown']);
  });

  it('may hold several things', () => {
    const { kind } = example(`define i64 @f(ptr %p, float %x, i32 %n) {
      %word = load i64, ptr %p
      %low = trunc i64 %word to i32
      %a = bitcast i32 %low to float
      %shifted = lshr i64 %word, 32
      %high = trunc i64 %shifted to i32
      %count = mul i32 %high, 3
      %bits = bitcast float %x to i32
      %lower = zext i32 %bits to i64
      %more = add i32 %n, 1
      %wide = zext i32 %more to i64
      %upper = shl i64 %wide, 32
      %packed = or i64 %upper, %lower
      ret i64 %packed
    }`);
    expect(kind('word')).toBe('0 float, 4 integer');
    expect(kind('packed')).toBe('0 float, 4 integer');
  });

  it('in vectors are lanes of one kind, or several', () => {
    const { kind, info, value } = example(`define void @f(ptr %p, <2 x float> %v) {
      %pair = load <2 x i32>, ptr %p
      %floats = bitcast <2 x i32> %pair to <2 x float>
      %word = bitcast <2 x float> %v to i64
      %lane = extractelement <2 x i32> %pair, i64 1
      ret void
    }`);
    expect(kind('pair')).toBe('float');
    expect(kind('lane')).toBe('float');
    expect(kind('word')).toBe('float'); // two of them
    expect(info().valueFields(value('word'))?.length).toBe(2);
  });

  it('in aggregates keep their places', () => {
    const { kind } = example(`define void @f(ptr %p, double %x) {
      %bits = bitcast double %x to i64
      %one = insertvalue { i32, i64 } undef, i64 %bits, 1
      store { i32, i64 } %one, ptr %p
      %q = getelementptr i8, ptr %p, i64 8
      %word = load i64, ptr %q
      %two = load { i32, i64 }, ptr %p
      %part = extractvalue { i32, i64 } %two, 1
      ret void
    }`);
    expect(kind('word')).toBe('double');
    expect(kind('part')).toBe('double');
  });

  it('of the size of a pointer can be one', () => {
    const { kind, memory } = example(`define double @f(ptr %p) {
      %word = load i64, ptr %p
      %q = inttoptr i64 %word to ptr
      %x = load double, ptr %q
      %again = load ptr, ptr %p
      ret double %x
    }`);
    expect(kind('word')).toBe('pointer');
    expect(memory('again', 8)).toBe('8: 0 double');
  });

  it('that hold the other view of a union are unknown', () => {
    const { kind } = example(`define i64 @f(ptr %p) {
      %x = load double, ptr %p
      %n = load i64, ptr %p
      %m = add i64 %n, 1
      ret i64 %m
    }`);
    expect(kind('n')).toBe('unknown');
  });
});
