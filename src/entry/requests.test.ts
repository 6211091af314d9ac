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
    expect(refused('double', 'autodiff', `ptr @square, ${marker('enzyme_buffer')}, i32 2, double %x`)).toMatchInlineSnapshot(`"RZ4001: \`enzyme_buffer\` is not supported yet (the call asks for a part of the interface that this version does not lower)"`);
    expect(refusals(program('double', 'autodiff', 'ptr @square, double %x').replaceAll('__enzyme_autodiff', '__enzyme_todense'))).toHaveLength(1);
  });

  it('RZ4012: a mode without a registration', () => {
    const more = '@__enzyme_register_derivative_square = global [2 x ptr] [ptr @square, ptr @square]';
    expect(refused('double', 'autodiff', 'ptr @square, double %x', more)).toMatch(/^RZ4012: `square` has no registered derivative for reverse mode/);
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

  it('RZ4003: with several lanes, and in two halves', () => {
    const lanes = (args: string): string => refused('void', 'fwddiff', `ptr @square, ${marker('enzyme_width')}, i32 2, ${args}`);
    expect(lanes('double %x, double %dx')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_fwddiff\` of \`square\`: the tangent 2 of 2 of argument 1 (\`x\`) is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(lanes('double %x, double %dx, double %dx, double %dx')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_fwddiff\` of \`square\`: 1 argument too many (the arguments do not fit the signature of \`square\`)"`);
    expect(lanes(`${marker('enzyme_dupv')}, i32 8, double %x, double %dx`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_dupv\` cannot mark this argument of \`square\` (only the shadows of pointers lie at equal distances)"`);
    const pullback = (args: string): string => refusals(program('double', 'autodiff', `ptr @square, double %x${args}`).replaceAll('__enzyme_autodiff', '__enzyme_reverse')).join('\n');
    expect(pullback('')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_reverse\` of \`square\`: the seed of the result is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(pullback(', double 1.0')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_reverse\` of \`square\`: the tape is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(pullback(', ptr %v')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_reverse\` of \`square\`: the tape is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(pullback(', double 1.0, double 1.0')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_reverse\` of \`square\`: the tape is double, not a pointer (the arguments do not fit the signature of \`square\`)"`);
    expect(pullback(', double 1.0, ptr %v, ptr %v')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_reverse\` of \`square\`: 1 argument too many (the arguments do not fit the signature of \`square\`)"`);
    expect(pullback(', double 1.0, ptr %v')).toBe('');
  });

  it('RZ4007 to RZ4010: markers about the whole call', () => {
    expect(refused('void', 'fwddiff', `ptr @square, ${marker('enzyme_width')}, double %x`)).toMatchInlineSnapshot(`"RZ4007: \`enzyme_width\` needs a constant integer from 1 to 256 after it (what follows it is something else)"`);
    expect(refused('void', 'fwddiff', `ptr @square, ${marker('enzyme_width')}, i32 0, double %x`)).toMatchInlineSnapshot(`"RZ4007: \`enzyme_width\` needs a constant integer from 1 to 256 after it (what follows it is 0)"`);
    const augmented = (bytes: number): string => refusals(program('ptr', 'autodiff', `ptr @dot, ${marker('enzyme_allocated')}, i32 ${bytes}, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 2`).replaceAll('__enzyme_autodiff', '__enzyme_augmentfwd')).join('\n');
    expect(augmented(8)).toMatchInlineSnapshot(`"RZ4008: the tape of \`dot\` needs 16 bytes, but \`enzyme_allocated\` gives 8 (what does not fit would be written over other memory)"`);
    expect(augmented(1000)).toBe('');
    const halves = program('ptr', 'autodiff', 'ptr @dot, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 2').replaceAll('__enzyme_autodiff', '__enzyme_augmentfwd')
      .replace('  ret void\n}\n\ndeclare', `  call void (...) @__enzyme_reverse(ptr @dot, ptr %v, ptr %dv, ${marker('enzyme_const')}, ptr %v, i32 2, double 1.0, ptr %r)\n  ret void\n}\n\ndeclare void @__enzyme_reverse(...)\ndeclare`);
    expect(refusals(halves).join('\n')).toMatchInlineSnapshot(`"RZ4009: \`__enzyme_reverse\` of \`dot\` has no \`__enzyme_augmentfwd\` with the same activity (a tape fits only the two halves of one derivative, and these differ in (duplicated,constant,constant;000 width 1) and (duplicated,duplicated,constant;000 width 1))"`);
    expect(refused('double', 'autodiff', `ptr @square, double %x, ${marker('enzyme_nofree')}`)).toMatchInlineSnapshot(`"RZ4010: \`enzyme_nofree\` says nothing to \`__enzyme_autodiff\` (it is about the tape between \`__enzyme_augmentfwd\` and \`__enzyme_reverse\` or \`__enzyme_fwdsplit\`)"`);
  });

  it('RZ4003: a batch, and values behind pointers', () => {
    const batch = (args: string): string => refusals(program('{ double, double }', 'autodiff', `ptr @square, ${marker('enzyme_width')}, i32 2, ${args}`).replaceAll('__enzyme_autodiff', '__enzyme_batch')).join('\n');
    expect(batch(`${marker('enzyme_vector')}, double 1.0`)).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_batch\` of \`square\`: the value 2 of 2 of argument 1 is missing (the arguments do not fit the signature of \`square\`)"`);
    expect(batch('double 1.0, double 2.0')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_batch\` of \`square\`: 1 argument too many (the arguments do not fit the signature of \`square\`)"`);
    expect(batch(`${marker('enzyme_buffer')}, ptr %v, i64 8`)).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_batch\` of \`square\`: the byte distance between the values of argument 1 is ptr (the arguments do not fit the signature of \`square\`)"`);
    expect(batch(`${marker('enzyme_dup')}, double 1.0`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_dup\` cannot mark this argument of \`square\` (a batch takes enzyme_scalar, enzyme_vector and enzyme_buffer)"`);
    expect(refused('double', 'autodiff', `ptr @square, ${marker('enzyme_byref')}, i64 4, ptr %v`)).toMatchInlineSnapshot(`"RZ4005: \`enzyme_byref\` cannot mark this argument of \`square\` (the argument has 8 bytes, not 4)"`);
  });

  it('RZ4003: a precision that there is not', () => {
    const narrowed = (numbers: string): string => refusals(program('ptr', 'autodiff', `ptr @square${numbers}`).replaceAll('__enzyme_autodiff', '__enzyme_truncate_op_func')).join('\n');
    expect(narrowed(', i32 64, i32 32')).toBe('');
    expect(narrowed(', i32 64')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_truncate_op_func\` of \`square\`: it takes the width to narrow, then the width to have, or bits of exponent and significand; there are 1 numbers (the arguments do not fit the signature of \`square\`)"`);
    expect(narrowed(', i32 32, i32 64')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_truncate_op_func\` of \`square\`: numbers of 32 bits cannot become 64 bits wide: 16 is possible, and 32 from 64 (the arguments do not fit the signature of \`square\`)"`);
    expect(narrowed(', i32 80, i32 64')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_truncate_op_func\` of \`square\`: numbers of 80 bits cannot be narrowed, those of 32 and 64 can (the arguments do not fit the signature of \`square\`)"`);
    expect(narrowed(', i32 64, i32 12, i32 10')).toMatchInlineSnapshot(`"RZ4003: \`__enzyme_truncate_op_func\` of \`square\`: numbers of 64 bits cannot have 12 bits of exponent and 10 of significand: 2 to 11 and 1 to 50 are possible (the arguments do not fit the signature of \`square\`)"`);
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
