import { describe, expect, it } from 'vitest';
import { estimateDerivative } from './finite-differences.js';

const double = 2 ** -52;

describe('finite differences', () => {
  it.each([
    ['sin at 1', Math.sin, 1, Math.cos(1)],
    ['exp at 20', Math.exp, 20, Math.exp(20)],
    ['a cubic at 0', (x: number) => x ** 3 - 2 * x, 0, -2],
    ['1/x close to the pole', (x: number) => 1 / x, 1e-3, -1e6],
    ['a fast oscillation', (x: number) => Math.sin(100 * x), 0.3, 100 * Math.cos(30)],
    ['a large argument', (x: number) => x * x, 1e6, 2e6],
  ])('%s', (_, f, x, exact) => {
    const { value, error } = estimateDerivative(f, x, double);
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(4 * error + 1e-12 * Math.abs(exact));
    expect(error).toBeLessThan(1e-6 * Math.abs(exact));
  });

  it('know that they say nothing at the edge of the domain', () => {
    expect(estimateDerivative(Math.sqrt, 0, double).error).toBe(Infinity);
  });

  it('allow for single precision', () => {
    const { value, error } = estimateDerivative((x) => Math.fround(Math.sin(Math.fround(x))), 1, 2 ** -23);
    expect(Math.abs(value - Math.cos(1))).toBeLessThanOrEqual(4 * error);
    expect(error).toBeLessThan(1e-2);
  });
});
