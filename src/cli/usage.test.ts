import { describe, expect, it } from 'vitest';
import { allValues, lastValue, readOptions } from './usage.js';

const shape = { flags: ['--json'], values: ['--with', '-o'] };

describe('options', () => {
  it('are told from the rest, in either spelling', () => {
    const options = readOptions('grad', ['--json', 'a.c', '--with', 'b.c', '-3', '--with=c=d.c', '-o', 'x'], shape);
    expect(options.rest).toEqual(['a.c', '-3']);
    expect(options.flags.has('--json')).toBe(true);
    expect(allValues(options, '--with')).toEqual(['b.c', 'c=d.c']);
    expect(lastValue(options, '-o')).toBe('x');
  });
  it('after the program belong to the program', () => {
    expect(readOptions('run', ['-O1', 'a.c', '--json', '-x'], shape, 1)).toMatchObject({ rest: ['-O1', 'a.c', '--json', '-x'] });
  });
  it('without their value are refused', () => {
    expect(() => readOptions('opt', ['a.ll', '-o'], shape)).toThrow('-o needs a value');
  });
});
