/** Derivatives of BLAS exist once for each activity, and keep what they need. */
import { describe, expect, it } from 'vitest';
import type { BlasName } from '../rules/index.js';
import { operandsOf, writtenOperands } from '../rules/index.js';
import { blasRows } from './blas-rows.js';

const rows = Object.entries(blasRows) as [BlasName, (typeof blasRows)[BlasName]][];

describe('every row', () => {
  it.each(rows)('%s keeps arrays that it has, with their shapes', (name, { keeps, shapes }) => {
    const operands = operandsOf(name, 'fortran');
    for (const [kept, ...because] of keeps) {
      const array = kept.replace('+', '');
      expect(operands).toContain(array);
      expect(Object.keys(shapes)).toContain(array);
      if (kept.endsWith('+')) expect(writtenOperands({ name })).toContain(array);
      for (const each of because) expect(each === '*' || operands.includes(each)).toBe(true);
    }
  });
});
