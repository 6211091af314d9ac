/** Formulas are brought to one form, and print as people write them. */
import { describe, expect, it } from 'vitest';
import { add, constant, constantOf, divide, extreme, multiply, print, printProduct, scale, subtract, variable, variablesOf, withoutQuotient } from './formula.js';

const [n, m] = [variable('n'), variable('m')];
const one = constant(1);

describe('formulas', () => {
  it.each([
    [add(n, one), 'n + 1'],
    [subtract(n, n), '0'],
    [subtract(one, n), '-n + 1'],
    [multiply(subtract(n, one), add(n, one)), 'n * n - 1'],
    [multiply(add(n, m), constant(8)), '8 * m + 8 * n'],
    [add(multiply(m, n), scale(multiply(n, m), 2)), '3 * m * n'],
    [divide(scale(n, 8), 8), 'n'],
    [divide(add(n, one), 4), 'floor((n + 1) / 4)'],
    [divide(add(scale(n, 3), m, constant(-4)), 3), 'floor((m + 2) / 3) + n - 2'],
    [divide(constant(-1), 4), '-1'],
    [withoutQuotient(divide(add(n, constant(2)), 3)), 'n'],
    [extreme('max', [n, one]), 'max(1, n)'],
    [extreme('min', [constant(3), constant(5)]), '3'],
  ])('%j prints', (formula, text) => { expect(print(formula)).toBe(text); });

  it('are products of sums where asked for', () => {
    expect(printProduct([constant(8), subtract(n, one), m])).toBe('8 * (n - 1) * m');
    expect(printProduct([constant(8), constant(4)])).toBe('32');
    expect(printProduct([n])).toBe('n');
  });

  it('know their variables, also within quotients', () => {
    expect(variablesOf(add(m, divide(n, 3), extreme('max', [variable('k'), one])))).toEqual(['k', 'm', 'n']);
    expect(constantOf(add(one, one))).toBe(2);
    expect(constantOf(n)).toBeUndefined();
  });
});
