import { expect, test } from 'vitest';
import { fromWasm, newArray, toWasm } from './scalars.js';

test('WebAssembly has no small or unsigned integers: what comes back is put right', () => {
  expect(fromWasm('int8', 255)).toBe(-1);
  expect(fromWasm('uint8', -1)).toBe(255);
  expect(fromWasm('int16', 0x18000)).toBe(-32768);
  expect(fromWasm('uint32', -1)).toBe(4294967295);
  expect(fromWasm('uint64', -1n)).toBe(18446744073709551615n);
  expect(fromWasm('bool', 257)).toBe(true);
  expect(fromWasm('float32', 0.5)).toBe(0.5);
});

test('a value that does not fit its type is no value', () => {
  expect(toWasm('int32', 3)).toBe(3);
  expect(toWasm('int32', 3.5)).toBeUndefined();
  expect(toWasm('int32', 2 ** 31)).toBeUndefined();
  expect(toWasm('uint8', -1)).toBeUndefined();
  expect(toWasm('int64', 3)).toBe(3n);
  expect(toWasm('int64', 2n ** 63n)).toBeUndefined();
  expect(toWasm('bool', true)).toBe(1);
  expect(toWasm('float64', '1')).toBeUndefined();
  expect(toWasm('float64', undefined)).toBeUndefined();
  expect(toWasm('float64', NaN)).toBeNaN();
});

test('arrays have the type of their elements', () => {
  expect(newArray('float32', 2)).toEqual(new Float32Array(2));
  expect(newArray('int64', 1)).toEqual(new BigInt64Array(1));
});
