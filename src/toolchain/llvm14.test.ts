import { expect, it } from 'vitest';
import { isOptimising, opaquePointerFlags } from './llvm14.js';

it('what always crashes is left out', () => {
  expect(opaquePointerFlags(['-O3', '-flto=thin', '-g'])).toEqual(['-mllvm', '-opaque-pointers', '-fno-crash-diagnostics', '-O2', '-g']);
});

it('optimisation is what the last flag says', () => {
  expect(isOptimising(['-O2'])).toBe(true);
  expect(isOptimising(['-Og'])).toBe(true);
  expect(isOptimising(['-O2', '-O0'])).toBe(false);
  expect(isOptimising(['-g'])).toBe(false);
});
