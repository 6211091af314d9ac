/**
 * Every partial of the table, emitted in every format and for vectors, compiled by LLVM, against central differences of the
 * function in long double.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Builder, FloatType, FunctionType, Module, type Type, VectorType, i32, i64, verifyModule,
} from '../../src/ir/index.js';
import { type MathName, emitExpression, isMathName, mathRow, mathTable } from '../../src/rules/index.js';
import { printModule } from '../../src/text/index.js';
import { run, withFolder } from '../support/tool.js';
import { coordinate, prelude, reference, signature, typeOf } from './generate.js';

interface Format { readonly letter: string; readonly c: string; readonly type: Type; readonly lanes: number; readonly tolerance: string }
const formats: readonly Format[] = [
  { letter: 'd', c: 'double', type: new FloatType('double'), lanes: 1, tolerance: '1e-9' },
  { letter: 'f', c: 'float', type: new FloatType('float'), lanes: 1, tolerance: '1e-5' },
  { letter: 'l', c: 'long double', type: new FloatType('x86_fp80'), lanes: 1, tolerance: '1e-9' },
  { letter: 'h', c: '_Float16', type: new FloatType('half'), lanes: 1, tolerance: '2e-2' },
  { letter: 'dv', c: 'double', type: new VectorType(new FloatType('double'), 2), lanes: 2, tolerance: '1e-9' },
  { letter: 'fv', c: 'float', type: new VectorType(new FloatType('float'), 4), lanes: 4, tolerance: '1e-5' },
];
const rows = Object.keys(mathTable).filter(isMathName);

describe('the partials of the table, compiled', () => {
  it.each(formats)('as $c, $lanes at once', async (format) => {
    const module = partialsModule(format);
    expect(verifyModule(module)).toEqual([]);
    const outcome = await withFolder(async (folder) => {
      const [ir, driver, program] = ['partials.ll', 'driver.c', 'program'].map((name) => join(folder, name)) as [string, string, string];
      writeFileSync(ir, printModule(module));
      writeFileSync(driver, driverText(format));
      const built = await run('clang-22', ['-O2', '-w', '-Wno-override-module', ir, driver, 'test/math/extras.c', '-lm', '-o', program]);
      return built.status === 0 ? run(program, []) : built;
    });
    expect(outcome).toEqual({ status: 0, stdout: 'OK\n', stderr: '' });
  });
});

/** One function per partial: of the arguments that are no pointers, and the result. */
function partialsModule(format: Format): Module {
  const module = new Module();
  module.targetTriple = 'x86_64-unknown-linux-gnu';
  for (const { name, symbol, partial } of partialsOf(format)) {
    const row = mathRow(name);
    const types = [...signature(name)].map((letter) => (letter === 'r' ? format.type : letter === 'i' ? i32 : i64));
    const fn = module.addFunction(symbol, new FunctionType(format.type, [...types, format.type]));
    const builder = new Builder(fn.addBlock());
    // Pointers come last in every row, so that operand i is argument i.
    expect(row.roles.slice(types.length).every((role) => role === 'pointer')).toBe(true);
    builder.ret(emitExpression(partial, builder, { operands: fn.args.slice(0, -1), result: fn.args.at(-1), type: format.type }));
  }
  return module;
}

function partialsOf({ letter }: Format) {
  return rows.flatMap((name) => mathRow(name).outputs.flatMap(({ partials }, output) => partials.flatMap((partial, argument) =>
    (partial === 'zero' ? [] : [{ name, output, argument, partial, symbol: `partial_${name}_${output}_${argument}_${letter}` }]))));
}

/** What `reference` multiplies each output by. */
const weights: Partial<Record<MathName, readonly number[]>> = { sincos: [2, 3], sincospi: [2, 3], modf: [1, 2] };

function driverText(format: Format): string {
  const real = format.lanes === 1 ? format.c : 'vector';
  const declarations = partialsOf(format).map(({ name, symbol }) =>
    `${real} ${symbol}(${[...signature(name)].map((letter) => typeOf(letter, real)).join(', ')}, ${real});`);
  return [
    prelude,
    ...(format.lanes === 1 ? [] : [`typedef ${format.c} vector __attribute__((vector_size(16)));`]),
    ...declarations,
    ...rows.flatMap((name) => [reference(name), `static void check_${name}(void) {`, ...checks(name, format), '}']),
    'int main(void) {', ...rows.map((name) => `  check_${name}();`), '  if (!bad) puts("OK");', '  return bad;', '}', '',
  ].join('\n');
}

function checks(name: MathName, format: Format): string[] {
  const letters = [...signature(name)];
  const { roles } = mathRow(name);
  return Array.from({ length: 4 }, (_, point) => point).flatMap((point) => letters.flatMap((letter, argument) => {
    if (letter !== 'r') return [];
    const terms = mathRow(name).outputs.flatMap(({ partials }, output) => (partials[argument] === 'zero' ? []
      : [`${weights[name]?.[output] ?? 1} * partial_${name}_${output}_${argument}_${format.letter}(${argumentsAt(name, format)})`]));
    return [
      `  for (int lane = 0; lane < ${format.lanes}; lane++) {`,
      // Each lane at a point of its own; integers are the same in all.
      `    long double at[${format.lanes}][3] = {${Array.from({ length: format.lanes }, (_unused, lane) =>
        `{${letters.map((l, i) => (l === 'r' ? `(${format.c})${coordinate(name, point + lane, i)}` : coordinate(name, point, i))).join(', ')}}`).join(', ')}};`,
      `    check("${name}", "${format.c}", "partial", ${argument}, at[lane], ${terms.length === 0 ? '0'
        : `(${terms.join(' + ')})${format.lanes === 1 ? '' : '[lane]'}`}, difference(${name}_at, at[lane], ${roles.length}, ${argument}), ${format.tolerance});`,
      '  }',
    ];
  }));
}

/** The arguments and the result, each rounded to the format. */
function argumentsAt(name: MathName, { c, lanes }: Format): string {
  const gather = (value: (lane: number) => string): string => (lanes === 1 ? `(${c})${value(0)}`
    : `(vector){${Array.from({ length: lanes }, (_, lane) => `(${c})${value(lane)}`).join(', ')}}`);
  const args = [...signature(name)].map((letter, i) => (letter === 'r' ? gather((lane) => `at[${lane}][${i}]`) : `(${typeOf(letter, '')})at[0][${i}]`));
  return [...args, gather((lane) => `${name}_at(at[${lane}])`)].join(', ');
}
