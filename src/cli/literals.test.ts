import { describe, expect, it } from 'vitest';
import { readLiteral, showNumber } from './literals.js';

describe('arguments on the command line', () => {
  it.each([
    ['1', 1], ['-2.5e3', -2500], ['+.5', 0.5], ['3.', 3], ['0x10', 16], ['inf', Infinity], ['-Infinity', -Infinity], ['nan', NaN],
    ['-0', -0], ['9007199254740993', 9007199254740993n], ['true', true], ['null', null], ['"a b\\n"', 'a b\n'],
    ['[]', []], ['[1,2,3]', [1, 2, 3]], [' [ 1 , -2 ] ', [1, -2]], ['[[1,2],[3,4]]', [[1, 2], [3, 4]]],
  ])('%s', (text, value) => expect(readLiteral(text, 'grad')).toEqual(value));

  it.each(['', 'x', '1x', '[1,2', '[1 2]', '1,2', '"open', '[1,]', '1 2', 'e5'])('%j is refused', (text) => {
    expect(() => readLiteral(text, 'grad')).toThrow(/cannot read the argument/);
  });

  it('keep the sign of zero when shown', () => expect([showNumber(-0), showNumber(0.1)]).toEqual(['-0', '0.1']));
});
