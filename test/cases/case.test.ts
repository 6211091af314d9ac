/** What a case file says, and what is wrong with one that does not. */
import { describe, expect, test } from 'vitest';
import { parseCase } from './case.js';

const relax = `double relax(double *x, const int *k, float t, int n) { return x[0] * t; }
// function: relax
// at: x = [0.3, -1.2], k = [1, 2], t = 0.5, n = 2
// feature: load-store, counted-loops
`;

function parse(text: string) { return parseCase('folder/relax.c', '/folder/relax.c', text); }

describe('parseCase', () => {
  test('takes the parameters from the C of the function', () => {
    const { check, features } = parse(`${relax}// gradient: finite-differences\n`);
    expect(features).toEqual(['load-store', 'counted-loops']);
    expect(check).toMatchObject({ kind: 'gradient', subject: { name: 'relax', returns: 'double', gradient: undefined, parameters: [
      { kind: 'array', type: 'double', name: 'x', at: [0.3, -1.2] },
      { kind: 'constant', type: 'int', name: 'k', at: [1, 2] },
      { kind: 'scalar', type: 'float', name: 't', at: 0.5 },
      { kind: 'constant', type: 'int', name: 'n', at: 2 },
    ] } });
  });

  test('adds to given gradients the weights of what stays in the arrays', () => {
    const { check } = parse(`${relax}// gradient: x = [1, 0], t = 7\n`);
    expect(check).toMatchObject({ subject: { gradient: [1.5, 0.75, 7] } });
  });

  test('expects a refusal, or the output of a whole program', () => {
    expect(parse('int main;\n// error: RZ3101\n// says: mystery\n').check).toMatchObject({ kind: 'error', code: 'RZ3101', says: ['mystery'] });
    expect(parse('int main;\n// prints: 1 2\n// prints: 3\n').check).toEqual({ kind: 'prints', lines: ['1 2', '3'] });
  });

  test.each([
    ['// gradient: finite-differences\n', 'says neither'],
    [`${relax}// gradiant: finite-differences\n`, 'unknown directive'],
    [relax, 'no gradient'],
    [relax.replace('t = 0.5, ', ''), 'no value for `float t`'],
    [relax.replace('n = 2', 'n = [2]'), 'is a number'],
    [`${relax}// modes: backward\n`, 'unknown mode'],
    [relax.replace('// function: relax', '// function: other'), 'does not define'],
  ])('refuses %#: a case that checks nothing, or not what it says', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
