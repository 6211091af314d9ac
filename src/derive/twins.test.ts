/** Values of functions that a block computes anyway, in place of further calls in the reverse sweep. */
import { describe, expect, it } from 'vitest';
import type { Instruction } from '../ir/index.js';
import { mathRow, mentions } from '../rules/index.js';
import { parseModule } from '../text/index.js';
import { withTwins } from './twins.js';

/** The values that the adjoint of the sine `%y` is computed from, in a function with these lines. */
function neededBy(...lines: string[]): (string | undefined)[] {
  const fn = parseModule(`declare double @sin(double)
    declare double @cos(double)
    declare double @log(double)
    declare void @g()
    define double @f(double %x, double %z, i1 %b) {
    entry:
      ${lines.join('\n')}
      ret double %y
    }`, { file: 'example.ll' }).functions.get('f');
  const y = [...fn?.instructions() ?? []].find((each): each is Instruction => each.name === 'y');
  if (y?.kind !== 'call') throw new Error('no call');
  const differential = withTwins({ kind: 'row', row: mathRow('sin'), operands: y.args }, y);
  if (differential.kind !== 'row') throw new Error('no row');
  const [partial] = differential.row.outputs[0]?.partials ?? [];
  if (!partial || partial === 'zero') throw new Error('no partial');
  return [...mentions(partial).operands].map((index) => differential.operands[index]).map((value) => (value && 'name' in value ? value.name : undefined));
}

const sine = '%y = call double @sin(double %x)';

describe('a function whose derivative is computed too', () => {
  it('takes it, from before or behind', () => {
    expect(neededBy('%c = call double @cos(double %x)', sine)).toEqual(['c']);
    expect(neededBy(sine, '%c = call double @cos(double %x)')).toEqual(['c']);
  });

  it('takes no other function, nor one of another number', () => {
    expect(neededBy('%c = call double @cos(double %z)', '%l = call double @log(double %x)', sine)).toEqual(['x']);
  });

  it('takes none of another block, which may not have run', () => {
    expect(neededBy(sine, 'br i1 %b, label %some, label %end', 'some:', '%c = call double @cos(double %x)', 'br label %end', 'end:')).toEqual(['x']);
  });

  it('takes none that promises more', () => {
    expect(neededBy('%c = call nnan double @cos(double %x)', sine)).toEqual(['x']);
    expect(neededBy('%c = call nnan double @cos(double %x)', '%y = call nnan double @sin(double %x)')).toEqual(['c']);
  });
});
