import { expect, it } from 'vitest';
import { isCrash, opaquePointerFlags, safePasses } from './llvm14.js';

it('what always crashes is left out', () => {
  expect(opaquePointerFlags(['-O3', '-flto=thin', '-g'])).toEqual(['-mllvm', '-opaque-pointers', '-fno-crash-diagnostics', '-O2', '-g']);
});

it('LLVM is stopped before the first pass that may crash', () => {
  const log = 'BISECT: running pass (1) SROAPass on f\nBISECT: running pass (2) LICMPass on f\nBISECT: running pass (3) LoopDistributePass on f\n'
    + 'BISECT: running pass (4) LoopVectorizePass on f\nPLEASE submit a bug report\n';
  expect(safePasses(log)).toBe(2);
  expect(safePasses('error: no')).toBeUndefined();
  expect(isCrash(log)).toBe(true);
  expect(isCrash('x.c:1:1: error: no')).toBe(false);
});
