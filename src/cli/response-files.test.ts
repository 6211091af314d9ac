import { describe, expect, it } from 'vitest';
import { expandResponseFiles } from './response-files.js';

const files: Record<string, string> = { a: '-O2 "x y.c"\n-DA=\'1 2\' b\\ c.c @b', b: '-lm', loop: 'x @loop' };
const read = (path: string): string | undefined => files[path];

describe('response files', () => {
  it('are split as GNU tools split them, and may name others', () => {
    expect(expandResponseFiles(['-c', '@a'], read)).toEqual(['-c', '-O2', 'x y.c', '-DA=1 2', 'b c.c', '-lm']);
  });
  it('that are not there stay words', () => expect(expandResponseFiles(['@gone'], read)).toEqual(['@gone']));
  it('that include themselves come to an end', () => expect(expandResponseFiles(['@loop'], read).length).toBeLessThan(30));
});
