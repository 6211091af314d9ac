/**
 * Every partial of the table, emitted in every format and for vectors, compiled by LLVM, against central differences of the
 * function in long double.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Builder, FloatType, FunctionType, Module, StructType, type Type, type Value, VectorType, i32, i64, poison, verifyModule,
} from '../../src/ir/index.js';
import { emitExpression } from '../../src/rules/index.js';
import { printModule } from '../../src/text/index.js';
import { run, withFolder } from '../support/tool.js';
import { prelude } from './generate.js';
import { type Subject, coordinate, reference, subjects, typeOf } from './subjects.js';

interface Format { readonly letter: string; readonly c: string; readonly type: Type; readonly lanes: number; readonly tolerance: string }
const formats: readonly Format[] = [
  { letter: 'd', c: 'double', type: new FloatType('double'), lanes: 1, tolerance: '1e-9' },
  { letter: 'f', c: 'float', type: new FloatType('float'), lanes: 1, tolerance: '1e-5' },
  { letter: 'l', c: 'long double', type: new FloatType('x86_fp80'), lanes: 1, tolerance: '1e-9' },
  { letter: 'h', c: '_Float16', type: new FloatType('half'), lanes: 1, tolerance: '2e-2' },
  { letter: 'dv', c: 'double', type: new VectorType(new FloatType('double'), 2), lanes: 2, tolerance: '1e-9' },
  { letter: 'fv', c: 'float', type: new VectorType(new FloatType('float'), 4), lanes: 4, tolerance: '1e-5' },
];

describe('the partials of the table, compiled', () => {
  it.each(formats)('as $c, $lanes at once', async (format) => {
    const module = partialsModule(format);
    expect(verifyModule(module)).toEqual([]);
    const outcome = await withFolder(async (folder) => {
      const [ir, driver, program] = ['partials.ll', 'driver.c', 'program'].map((name) => join(folder, name)) as [string, string, string];
      writeFileSync(ir, printModule(module));
      writeFileSync(driver, driverText(format));
      const built = await run('clang-22', ['-O1', '-w', '-Wno-override-module', ir, driver, 'test/math/extras.c', '-lm', '-o', program]);
      return built.status === 0 ? run(program, []) : built;
    });
    expect(outcome).toEqual({ status: 0, stdout: 'OK\n', stderr: '' });
  });
});

/** One function per partial: of the arguments that are no pointers, and the result. */
function partialsModule(format: Format): Module {
  const module = new Module();
  module.targetTriple = 'x86_64-unknown-linux-gnu';
  for (const { subject: { row, letters }, symbol, partial } of partialsOf(format)) {
    const types = letters.map((letter) => (letter === 'r' ? format.type : letter === 'i' ? i32 : i64));
    const results = row.outputs.filter(({ place }) => place.kind !== 'pointer').map(() => format.type);
    const fn = module.addFunction(symbol, new FunctionType(format.type, [...types, ...results]));
    const builder = new Builder(fn.addBlock());
    // Pointers come last in every row, so that operand i is argument i.
    expect(row.roles.slice(types.length).every((role) => role === 'pointer')).toBe(true);
    const given = fn.args.slice(types.length);
    const pair = poison(new StructType(results));
    const result = results.length < 2 ? given[0] : given.reduce<Value>((whole, field, i) => builder.insertValue(whole, field, [i]), pair);
    builder.ret(emitExpression(partial, builder, { operands: fn.args.slice(0, types.length), result, type: format.type }));
  }
  return module;
}

function partialsOf({ letter }: Format) {
  return subjects.flatMap((subject) => subject.row.outputs.flatMap(({ partials }, output) => partials.flatMap((partial, argument) =>
    (partial === 'zero' ? [] : [{ subject, partial, symbol: symbolOf(subject, output, argument, letter) }]))));
}

function symbolOf({ name }: Subject, output: number, argument: number, letter: string): string {
  return `partial_${name}_${output}_${argument}_${letter}`;
}

/** What the function returns, alone: of a pair, each part. */
function returned(subject: Subject): readonly Subject[] {
  return subject.row.outputs.flatMap(({ place }): Subject[] => {
    if (place.kind === 'pointer') return [];
    if (place.kind === 'result') return [{ ...subject, name: `${subject.name}_result` }];
    const part = place.index === 0 ? '__real__ z' : '__imag__ z';
    return [{ ...subject, name: `${subject.name}_part${place.index}`, body: subject.body.replace('2 * __real__ z + 3 * __imag__ z', part) }];
  });
}

function driverText(format: Format): string {
  const real = format.lanes === 1 ? format.c : 'vector';
  const declarations = partialsOf(format).map(({ subject, symbol }) =>
    `${real} ${symbol}(${[...subject.letters, ...returned(subject).map(() => 'r')].map((letter) => typeOf(letter, real)).join(', ')});`);
  return [
    prelude,
    ...(format.lanes === 1 ? [] : [`typedef ${format.c} vector __attribute__((vector_size(16)));`]),
    ...declarations,
    ...subjects.flatMap((subject) => [...[subject, ...returned(subject)].map(reference), `static void check_${subject.name}(void) {`, ...checks(subject, format), '}']),
    'int main(void) {', ...subjects.map(({ name }) => `  check_${name}();`), '  if (!bad) puts("OK");', '  return bad;', '}', '',
  ].join('\n');
}

function checks(subject: Subject, format: Format): string[] {
  const { name, letters, row, weights } = subject;
  return [0, 1, 2, 3].flatMap((point) => letters.flatMap((letter, argument) => {
    if (letter !== 'r') return [];
    const terms = row.outputs.flatMap(({ partials }, output) => (partials[argument] === 'zero' ? []
      : [`${weights[output] ?? 1} * ${symbolOf(subject, output, argument, format.letter)}(${argumentsAt(subject, format)})`]));
    const sum = terms.length === 0 ? '0' : `(${terms.join(' + ')})${format.lanes === 1 ? '' : '[lane]'}`;
    return [
      `  for (int lane = 0; lane < ${format.lanes}; lane++) {`,
      `    long double at[${format.lanes}][4] = {${lanesAt(subject, format, point).join(', ')}};`,
      `    check("${name}", "${format.c}", "partial", ${argument}, at[lane], ${sum}, difference(${name}_at, at[lane], ${letters.length}, ${argument}), ${format.tolerance});`,
      '  }',
    ];
  }));
}

/** Each lane at a point of its own; integers are the same in all. */
function lanesAt(subject: Subject, { c, lanes }: Format, point: number): string[] {
  return Array.from({ length: lanes }, (_, lane) =>
    `{${subject.letters.map((l, i) => (l === 'r' ? `(${c})${coordinate(subject, point + lane, i)}` : coordinate(subject, point, i))).join(', ')}}`);
}

/** The arguments and the results, each rounded to the format. */
function argumentsAt(subject: Subject, { c, lanes }: Format): string {
  const gather = (value: (lane: number) => string): string => (lanes === 1 ? `(${c})${value(0)}`
    : `(vector){${Array.from({ length: lanes }, (_, lane) => `(${c})${value(lane)}`).join(', ')}}`);
  const args = subject.letters.map((letter, i) => (letter === 'r' ? gather((lane) => `at[${lane}][${i}]`) : `(${typeOf(letter, '')})at[0][${i}]`));
  return [...args, ...returned(subject).map(({ name }) => gather((lane) => `${name}_at(at[${lane}])`))].join(', ');
}
