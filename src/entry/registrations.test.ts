/** What is registered becomes attributes and metadata, and leaves no trace. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { lower, program, refusals } from './example.testing.js';
import { applyRegistrations, registrationsOf } from './registrations.js';

const functions = `
define double @augmented(double %x) {
  ret double %x
}
define double @gradient(double %x, double %seed) {
  ret double %seed
}
`;

describe('registrations', () => {
  it('are found by name and as annotations', () => {
    const module = parseModule(`@note = private constant [16 x i8] c"enzyme_inactive\\00"
@llvm.global.annotations = appending global [1 x { ptr, ptr, ptr, i32, ptr }] [{ ptr, ptr, ptr, i32, ptr } { ptr @f, ptr @note, ptr @note, i32 1, ptr null }], section "llvm.metadata"
@_ZL22__enzyme_nofree_of_g = internal global [1 x ptr] [ptr @f]
define void @f() {
  ret void
}`);
    expect(registrationsOf(module).map(({ kind }) => kind)).toEqual(['nofree', 'inactivefn']);
    expect(applyRegistrations(module)).toEqual([]);
    expect(module.functions.get('f')?.attributes).toEqual(['"enzyme_nofree"', '"enzyme_inactive"']);
  });

  it('are followed, and removed', () => {
    const { text, module } = lower(program('double', 'autodiff', 'ptr @square, double %x', `${functions}
@__enzyme_register_gradient_square = global [3 x ptr] [ptr @square, ptr @augmented, ptr @gradient]
@llvm.used = appending global [1 x ptr] [ptr @__enzyme_register_gradient_square], section "llvm.metadata"`));
    expect([...module.globals.keys()]).toEqual([]);
    expect(text).not.toContain('enzyme');
    expect(text).toMatch(/define internal [^\n]*@square\.reverse[^}]*call double @gradient\(/);
  });

  it('that make no sense are refused by name', () => {
    const refused = (initializer: string): string[] => refusals(program('double', 'autodiff', 'ptr @square, double %x', `${functions}@number = global i32 0\n@__enzyme_register_gradient_square = global ${initializer}`));
    expect(refused('[2 x ptr] [ptr @square, ptr @augmented]')).toEqual([expect.stringMatching(/^RZ4011: `__enzyme_register_gradient_square`: it has 2 entries instead of 3/)]);
    expect(refused('[3 x ptr] [ptr @square, ptr @number, ptr @gradient]')).toEqual([expect.stringMatching(/^RZ4011: .*entry 2 is no function/)]);
    expect(refused('[3 x ptr] [ptr @square, ptr @gradient, ptr @augmented]')).toEqual([expect.stringMatching(/^RZ4011: .*`gradient` must take the arguments of `square`/)]);
  });
});
