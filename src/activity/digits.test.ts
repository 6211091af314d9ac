/** Of integers that are made numbers by their value, those with digits of an active number in them are active. */
import { describe, expect, it } from 'vitest';
import { activityOf } from './example.testing.js';

const stateOf = (lines: string): string => activityOf(`define double @f(double %x, i64 %k, ptr %p) {
  %b = bitcast double %x to i64
  ${lines}
  %y = sitofp i64 %r to double
  ret double %y
}
declare i64 @llvm.abs.i64(i64, i1)`, ['active', 'constant', 'constant']).state('y');

describe('digits of numbers in integers', () => {
  it.each([
    ['all bits', '%r = add i64 %b, 1'],
    ['a remainder', '%r = srem i64 %b, %k'],
    ['a product', '%c = lshr i64 %b, 52\n%d = mul i64 %b, 3\n%r = add i64 %c, %d'],
    ['a magnitude', '%r = call i64 @llvm.abs.i64(i64 %b, i1 false)'],
    ['the same number twice, where one use drops the digits', '%c = lshr i64 %b, 52\n%r = xor i64 %b, %c'],
    ['some digits', '%c = lshr i64 %b, 44\n%r = and i64 %c, 255'],
    ['a part of the digits, widened', '%c = lshr i64 %b, 24\n%d = trunc i64 %c to i32\n%r = sext i32 %d to i64'],
    ['a bit at an index', '%c = lshr i64 %b, %k\n%r = and i64 %c, 1'],
    ['a lane of a vector', '%v = insertelement <2 x i64> zeroinitializer, i64 %b, i64 1\n%w = lshr <2 x i64> %v, splat (i64 3)\n%r = extractelement <2 x i64> %w, i64 %k'],
  ])('%s', (_what, lines) => { expect(stateOf(lines)).toBe('active'); });

  it.each([
    ['the exponent by a shift', '%c = lshr i64 %b, 52\n%r = and i64 %c, 2047'],
    ['the exponent by a mask', '%c = and i64 %b, -4503599627370496\n%r = add i64 %c, %k'],
    ['a choice by the bits', '%c = trunc i64 %b to i1\n%r = select i1 %c, i64 1, i64 2'],
    ['exponents in lanes', '%v = insertelement <2 x i64> zeroinitializer, i64 %b, i64 1\n%w = lshr <2 x i64> %v, splat (i64 52)\n%r = extractelement <2 x i64> %w, i64 %k'],
    ['another integer', '%r = srem i64 %k, 7'],
  ])('not %s', (_what, lines) => { expect(stateOf(lines)).toBe('-'); });
});
