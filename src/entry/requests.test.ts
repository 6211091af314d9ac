/** What a marker call may say, and how it is told that it is wrong. */
import { describe, expect, it } from 'vitest';
import { program, refusals } from './example.testing.js';

const refused = (type: string, mode: 'autodiff' | 'fwddiff', args: string, more?: string): string => refusals(program(type, mode, args, more)).join('\n');
const marker = (name: string): string => `metadata !"${name}"`;

describe('arguments that fit', () => {
  it.each([
    ['numbers are outputs in reverse mode', 'double', 'autodiff', 'ptr @square, double %x'],
    ['also when marked', 'double', 'autodiff', `ptr @square, ${marker('enzyme_out')}, double %x`],
    ['numbers have a tangent in forward mode', 'double', 'fwddiff', 'ptr @square, double %x, double %dx'],
    ['or are constant', 'double', 'fwddiff', `ptr @square, ${marker('enzyme_const')}, double %x`],
    ['pointers have a shadow, integers have nothing', 'void', 'autodiff', 'ptr @dot, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 2'],
    ['pointers may be constant', 'void', 'autodiff', `ptr @dot, ptr %v, ptr %dv, ${marker('enzyme_const')}, ptr %v, i32 2`],
    ['integers may be said to be', 'void', 'autodiff', `ptr @dot, ptr %v, ptr %dv, ptr %v, ptr %dv, ${marker('enzyme_const')}, i32 2`],
    ['the primal result need not be wanted', 'void', 'autodiff', `ptr @dot, ${marker('enzyme_dupnoneed')}, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 2`],
    ['a float is converted, as C does on the way through `...`', 'double', 'autodiff', 'ptr @square, float %single'],
  ] as const)('%s', (_, type, mode, args) => { expect(refused(type, mode, args)).toBe(''); });
});

describe('refusals', () => {
  it('RZ4001: a marker that is not lowered yet', () => {
    expect(refused('double', 'autodiff', `ptr @square, ${marker('enzyme_width')}, i32 2, double %x`)).toMatchInlineSnapshot(`"RZ4001: \`enzyme_width\` is not supported yet (the call asks for a part of the interface that this version does not lower)"`);
    expect(refused('double', 'autodiff', `ptr @square, double %x, ${marker('enzyme_nofree')}`)).toMatch(/^RZ4001: `enzyme_nofree`/);
    expect(refusals(program('double', 'autodiff', 'ptr @square, double %x').replaceAll('__enzyme_autodiff', '__enzyme_batch'))).toHaveLength(1);
  });

  it('RZ4008: a mode without a registration', () => {
    const more = '@__enzyme_register_derivative_square = global [2 x ptr] [ptr @square, ptr @square]';
    expect(refused('double', 'autodiff', 'ptr @square, double %x', more)).toMatch(/^RZ4008: `square` has no registered derivative for reverse mode/);
  });

  it('RZ4002: a function that is not known', () => {
    expect(refused('double', 'autodiff', 'ptr %v, double %x')).toMatchInlineSnapshot(`"RZ4002: cannot tell which function \`__enzyme_autodiff\` is to differentiate (its first argument is not a function that is known when compiling: it is the result of argument)"`);
    expect(refused('double', 'autodiff', 'ptr @elsewhere, double %x', 'declare double @elsewhere(double)')).toMatchInlineSnapshot(`"RZ4002: cannot tell which function \`__enzyme_autodiff\` is to differentiate (its first argument is not a function that is known when compiling: \`elsewhere\` has no body in this module)"`);
    expect(refused('double', 'autodiff', '')).toMatch(/^RZ4002.*there is none/);
  });

  it('RZ4003: too few, too many, and the wrong ones', () => {
    expect(refused('double', 'autodiff', 'ptr @square')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_autodiff\` of \`square\`: the value of argument 1 (\`x\`) is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(refused('double', 'autodiff', 'ptr @square, double %x, double %dx')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_autodiff\` of \`square\`: 1 argument too many (the arguments do not fit the signature of \`square\`)"`);
    expect(refused('double', 'fwddiff', 'ptr @square, double %x')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_fwddiff\` of \`square\`: the tangent of argument 1 (\`x\`) is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(refused('double', 'autodiff', 'ptr @square, ptr %v')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_autodiff\` of \`square\`: the value of argument 1 (\`x\`) is ptr, but the function takes double (the arguments do not fit the signature of \`square\`)"`);
    expect(refused('void', 'autodiff', `ptr @dot, ptr %v, ${marker('enzyme_const')}, ptr %v, i32 2`)).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_autodiff\` of \`dot\`: \`enzyme_const\` stands where the shadow of argument 1 (\`v\`) is expected (the arguments do not fit the signature of \`dot\`)"`);
  });

  it('RZ4003: a variadic function', () => {
    const more = 'define double @many(double %x, ...) {\n ret double %x\n}';
    expect(refused('double', 'autodiff', 'ptr @many, double %x', more)).toMatch(/^RZ4003.*the function is variadic/);
  });

  it('RZ4004: a return type that does not hold the derivatives', () => {
    expect(refused('i32', 'autodiff', 'ptr @square, double %x')).toMatchInlineSnapshot(`"RZ4004: \`__enzyme_autodiff\` of \`square\` returns i32, but the derivatives are double (the declared return type must hold them)"`);
    const used = program('{ double, double, double }', 'autodiff', 'ptr @square, double %x')
      .replace('  ret void\n}\n\ndeclare', '  store { double, double, double } %r, ptr %v\n  ret void\n}\n\ndeclare');
    expect(refusals(used).join('\n')).toMatchInlineSnapshot(`"RZ4004: \`__enzyme_autodiff\` of \`square\` returns { double, double, double }, but the derivatives are double (the declared return type must hold them)"`);
  });

  it('RZ4005: a marker that does not fit the argument', () => {
    expect(refused('void', 'autodiff', `ptr @dot, ${marker('enzyme_out')}, ptr %v, ptr %v, ptr %dv, i32 2`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_out\` cannot mark this argument of \`dot\` (only numbers passed by value are outputs)"`);
    expect(refused('double', 'autodiff', `ptr @square, ${marker('enzyme_dup')}, double %x, double %dx`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_dup\` cannot mark this argument of \`square\` (in reverse mode a number passed by value is an output (enzyme_out) or constant)"`);
    expect(refused('double', 'fwddiff', `ptr @square, ${marker('enzyme_out')}, double %x`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_out\` cannot mark this argument of \`square\` (forward mode takes a tangent with each number (enzyme_dup))"`);
  });

  it('RZ4006: numbers that pass through memory declared constant', () => {
    const more = `define double @through(double %x, ptr %scratch) {
      store double %x, ptr %scratch
      %y = load double, ptr %scratch
      ret double %y
}`;
    expect(refused('double', 'autodiff', `ptr @through, double %x, ${marker('enzyme_const')}, ptr %v`, more)).toMatchInlineSnapshot(`"RZ4006: an active value is stored in memory declared constant, and read back (constant memory has no adjoint, so that part of the derivative would be lost)"`);
    expect(refused('double', 'autodiff', 'ptr @through, double %x, ptr %v, ptr %dv', more)).toBe('');
  });

  it('are thrown together, each with its place', () => {
    const twice = program('double', 'autodiff', 'ptr @square').replace('  ret void', '  %s = call double (...) @__enzyme_autodiff(ptr %v)\n  ret void');
    expect(refusals(twice).map((text) => text.slice(0, 6))).toEqual(['RZ4003', 'RZ4002']);
  });
});
