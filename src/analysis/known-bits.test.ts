import { expect, test } from 'vitest';
import { parseModule } from '../text/index.js';
import { bitRange, isUniform, knownBits } from './known-bits.js';

/** What is known of the value returned. */
function knownOf(body: string, type = '<2 x i64>') {
  const module = parseModule(`define ${type} @f(<2 x i64> %v, i64 %n, <2 x i1> %c) {\n${body}\n}`);
  const end = module.functions.get('f')?.entry.terminator;
  if (end?.kind !== 'ret' || !end.value) throw new Error('nothing is returned');
  return knownBits(end.value);
}

const sign = 1n << 63n;

test('a mask leaves what it has', () => {
  const known = knownOf('%s = and <2 x i64> %v, <i64 -9223372036854775808, i64 -1>\n ret <2 x i64> %s');
  expect(known.zeros).toBe(sign - 1n);
  expect(known.ones).toBe(0n);
});

test('lanes of a condition are uniform, also as halves and upside down', () => {
  const known = knownOf('%m = sext <2 x i1> %c to <2 x i64>\n %n.1 = xor <2 x i64> %m, <i64 -1, i64 -1>\n ret <2 x i64> %n.1');
  expect([0, 32, 64, 96].map((from) => isUniform(known, from, 32))).toEqual([true, true, true, true]);
  expect(isUniform(known, 32, 64)).toBe(false);
});

test('a sign that is shifted down fills the lane, and the distance counts', () => {
  expect(isUniform(knownOf('%m = ashr i64 %n, 63\n ret i64 %m', 'i64'), 0, 64)).toBe(true);
  expect(isUniform(knownOf('%m = ashr i64 %n, 62\n ret i64 %m', 'i64'), 0, 64)).toBe(false);
  expect(knownOf('%m = lshr i64 %n, 60\n ret i64 %m', 'i64').zeros).toBe(bitRange(4, 60));
});
