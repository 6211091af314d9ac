/** Products of seeds and partials at awkward points, compiled at -O3: the optimiser must not undo what a form was chosen for. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Builder, FloatType, FunctionType, Module, type Type, VectorType, double, float, i32, verifyModule } from '../ir/index.js';
import { printModule } from '../text/index.js';
import { callFunction } from './callee.js';
import { derivativeFlags, emitExpression, emitProduct } from './emit.js';
import { call, mul, operand } from './expression.js';
import { binaryRules } from './instructions.js';
import { type MathName, isMathName, mathRow } from './math.js';
import { type MathRow, unary } from './row.js';

/** What is computed for `seed`, the operands, and the derivative by operand `by`. */
interface Point {
  readonly row: MathName | 'fdiv' | 'fmul'; readonly by?: number; readonly seed?: string; readonly at: readonly string[];
  /** A C expression. */
  readonly gives: string;
}

const points: readonly Point[] = [
  { row: 'sqrt', at: ['0.0'], gives: 'INFINITY' },
  { row: 'sqrt', at: ['0.0'], seed: '0.0', gives: '0' },
  { row: 'sqrt', at: ['1e-300'], gives: '0.5e150' },
  { row: 'log', at: ['0.0'], seed: '0.0', gives: '0' },
  { row: 'log', at: ['NAN'], gives: 'NAN' },
  { row: 'fmul', at: ['NAN', '2.0'], by: 1, gives: 'NAN' },
  { row: 'fdiv', at: ['1.0', '0.0'], seed: '0.0', by: 0, gives: '0' },
  // A saturated sigmoid, 1 / (1 + exp(300)): the square of the divisor overflows.
  { row: 'fdiv', at: ['1.0', '1 + exp(300)'], by: 1, gives: '-exp(-300) * exp(-300)' },
  { row: 'fdiv', at: ['1e200', '1e200'], by: 1, gives: '-1e-200' },
  { row: 'exp', at: ['800.0'], seed: '-0.0', gives: '0' },
  { row: 'pow', at: ['0.0', '2.0'], gives: '0' },
  { row: 'pow', at: ['0.0', '1.0'], gives: '1' },
  { row: 'pow', at: ['0.0', '0.0'], gives: '0' },
  { row: 'pow', at: ['0.0', '0.5'], gives: 'INFINITY' },
  { row: 'pow', at: ['0.0', '2.0'], by: 1, gives: '0' },
  { row: 'pow', at: ['-2.0', '3.0'], gives: '12' },
  { row: 'pow', at: ['-2.0', '3.0'], by: 1, seed: '0.0', gives: '0' },
  { row: 'pow', at: ['1e-200', '2.0'], gives: '2e-200' },
  { row: 'cbrt', at: ['0.0'], gives: 'INFINITY' },
  { row: 'hypot', at: ['0.0', '-2.0'], gives: '0' },
  { row: 'hypot', at: ['0.0', '-2.0'], by: 1, gives: '-1' },
  { row: 'hypot', at: ['0.0', '0.0'], gives: '0' },
  { row: 'hypot', at: ['3e200', '4e200'], seed: '1e150', gives: '0.6e150' },
  { row: 'hypot', at: ['3e200', '4e200'], by: 1, gives: '0.8' },
  { row: 'atan2', at: ['2.0', '0.0'], gives: '0' },
  { row: 'atan2', at: ['2.0', '0.0'], by: 1, gives: '-0.5' },
  { row: 'atan2', at: ['0.0', '-3.0'], gives: '-1.0 / 3' },
  { row: 'atan2', at: ['1e200', '1e200'], gives: '0.5e-200' },
  { row: 'atan2', at: ['1e-200', '2e-200'], by: 1, gives: '-0.2e200' },
  { row: 'fabs', at: ['0.0'], gives: '1' },
  { row: 'fabs', at: ['-1e-308'], gives: '-1' },
  { row: 'fmax', at: ['2.0', '2.0'], gives: '1' },
  { row: 'fmax', at: ['2.0', '2.0'], by: 1, gives: '0' },
  { row: 'fmax', at: ['NAN', '2.0'], by: 1, gives: '1' },
  { row: 'fmin', at: ['2.0', 'NAN'], gives: '1' },
  { row: 'tanh', at: ['3.0'], gives: '1 / (cosh(3.0) * cosh(3.0))' },
  { row: 'tanh', at: ['20.0'], gives: '0' },
  { row: 'erf', at: ['5.0'], gives: '2 / sqrt(M_PI) * exp(-25)' },
  { row: 'expm1', at: ['-40.0'], gives: 'exp(-40)' },
  { row: 'asin', at: ['1 - 0x1p-50'], gives: '0x1p24 * sqrt(2) * (1 + 0x1p-52)' },
  { row: 'acosh', at: ['1e200'], gives: '1e-200' },
  { row: 'asinh', at: ['1e200'], gives: '1e-200' },
  { row: 'j1', at: ['0.0'], gives: '0.5' },
  { row: 'frexp', at: ['0.0'], gives: '1' },
  { row: 'frexp', at: ['12.0'], gives: '0.0625' },
  { row: 'lgamma', at: ['-1.5'], gives: '0.70315664064524319' },
  { row: 'lgamma', at: ['1.0'], gives: '-0.57721566490153286' },
  { row: 'lgamma', at: ['1e10'], gives: '23.025850929890456840' },
  { row: 'lgamma', at: ['1e-300'], gives: '-1e300' },
  { row: 'fmod', at: ['7.5', '-2.0'], by: 1, gives: '3' },
];

describe('a product of seed and partial at', () => {
  it('singular and extreme points', () => {
    const module = new Module();
    module.targetTriple = 'x86_64-unknown-linux-gnu';
    points.forEach((point, i) => productFunction(module, `product${i}`, rowOf(point), point.by ?? 0));
    expect(verifyModule(module)).toEqual([]);
    expect(runWith(module, driver())).toBe('');
  });
});

function rowOf({ row }: Point): MathRow {
  if (isMathName(row)) return mathRow(row);
  const rule = binaryRules[row];
  if (rule === 'inactive') throw new Error(`${row} is inactive`);
  return rule;
}

/** `double name(double seed, operands..., double result)`. */
function productFunction(module: Module, name: string, row: MathRow, by: number): void {
  const count = row.roles.filter((role) => role !== 'pointer').length;
  const fn = module.addFunction(name, new FunctionType(double, Array.from({ length: count + 2 }, () => double)));
  const builder = new Builder(fn.addBlock());
  const [seed, ...operands] = fn.args;
  const partial = row.outputs[0]?.partials[by];
  if (!seed || partial === undefined) throw new Error(`${name} has no partial ${by}`);
  const product = emitProduct(seed, partial, builder, { operands: operands.slice(0, -1), result: operands.at(-1), type: double });
  if (!product) throw new Error(`${name} is zero`);
  builder.ret(product);
}

function driver(): string {
  const lines = points.map(({ row, at, seed = '1.0', gives }, i) => {
    const results: Readonly<Record<string, string>> = { fdiv: `${at[0]} / (${at[1] ?? ''})`, fmul: `${at[0]} * (${at[1] ?? ''})`, frexp: `frexp(${at[0]}, &unused)` };
    const result = results[row] ?? `${row}(${at.join(', ')})`;
    return `  check("${row}(${at.join(', ')}), seed ${seed}", product${i}(${[seed, ...at, result].join(', ')}), ${gives});`;
  });
  const declarations = points.map(({ at }, i) => `double product${i}(${['double', ...at.map(() => 'double'), 'double'].join(', ')});`);
  return `#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
${declarations.join('\n')}
static int unused;
static void check(const char *what, double got, double want) {
  if (got == want || (isnan(got) && isnan(want)) || fabs(got - want) <= 1e-13 * fabs(want)) return;
  printf("%s: got %.17g, expected %.17g\\n", what, got, want);
}
int main(void) {\n${lines.join('\n')}\n}\n`;
}

function runWith(module: Module, c: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ribozyme-rules-'));
  try {
    const [ir, source, program] = [join(folder, 'a.ll'), join(folder, 'b.c'), join(folder, 'program')];
    writeFileSync(ir, printModule(module));
    writeFileSync(source, c);
    execFileSync('clang-22', ['-O3', '-w', '-Wno-override-module', ir, source, '-lm', '-o', program], { stdio: 'pipe' });
    return execFileSync(program, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what is emitted', () => {
  /** The instructions of a product of operand 0 of a row with a seed. */
  function emitted(row: MathRow, type: Type, by = 0, flags: readonly string[] = []): string {
    const module = new Module();
    const fn = module.addFunction('f', new FunctionType(type, [type, type, type, type]));
    fn.args.forEach((argument, i) => { argument.name = ['seed', 'a', 'b', 'y'][i]; });
    const builder = new Builder(fn.addBlock());
    const [seed, a, b, y] = fn.args;
    const partial = row.outputs[0]?.partials[by];
    if (!seed || !a || !b || !y || partial === undefined) throw new Error('no such partial');
    builder.ret(emitProduct(seed, partial, builder, { operands: [a, b], result: y, type, flags }));
    expect(verifyModule(module)).toEqual([]);
    return printModule(module).split('\n').filter((line) => line.startsWith('  ')).map((line) => line.trim()).join('\n');
  }
  const rowNamed = (name: 'fadd' | 'fsub' | 'fmul' | 'fdiv'): MathRow => rowOf({ row: name as 'fmul', at: [], gives: '' });

  it('is nothing for a sum, a sign for a difference', () => {
    expect(emitted(rowNamed('fadd'), double)).toBe('ret double %seed');
    expect(emitted(rowNamed('fsub'), double, 1)).toMatch(/^%\w+ = fneg nsz contract double %seed\nret/);
  });
  it('is one instruction for a product, without a guard', () => {
    expect(emitted(rowNamed('fmul'), double)).toMatch(/^%\w+ = fmul nsz contract double %seed, %b\nret/);
  });
  it('computes halves as floats', () => {
    expect(emitted(mathRow('sin'), new FloatType('half'))).toMatch(/llvm\.cos\.f32/);
  });
  it('calls intrinsics on vectors', () => {
    expect(emitted(mathRow('sin'), new VectorType(float, 4))).toMatch(/llvm\.cos\.v4f32/);
  });
  it('keeps reassociation for primals that allow it, and never their promise of finite numbers', () => {
    expect(derivativeFlags([])).toEqual(['nsz', 'contract']);
    expect(derivativeFlags(['fast'])).toEqual(['reassoc', 'nsz', 'arcp', 'contract', 'afn']);
    expect(derivativeFlags(['nnan', 'ninf', 'reassoc'])).toEqual(['reassoc', 'nsz', 'contract']);
  });
  it('computes a tree that occurs twice once', () => {
    const row = unary(({ x }) => { const c = call('cosh', x); return mul(c, c); }, [-3, 3]);
    expect(emitted(row, double).match(/call/g)).toHaveLength(1);
  });
  it('spells library functions as the target does', () => {
    for (const [triple, name] of [['x86_64-unknown-linux-gnu', 'tanf'], ['nvptx64-nvidia-cuda', '__nv_tanf'], ['amdgcn-amd-amdhsa', '__ocml_tan_f32']] as const) {
      const module = new Module();
      module.targetTriple = triple;
      const fn = module.addFunction('f', new FunctionType(float, [float]));
      const builder = new Builder(fn.addBlock());
      builder.ret(emitExpression(call('tan', operand(0)), builder, { operands: fn.args, type: float }));
      expect([...module.functions.keys()]).toEqual(['f', name]);
    }
  });
  it('passes integers on and repeats them for vectors', () => {
    const module = new Module();
    const type = new VectorType(double, 2);
    const fn = module.addFunction('f', new FunctionType(type, [type, i32]));
    const builder = new Builder(fn.addBlock());
    const [partial] = mathRow('powi').outputs[0]?.partials ?? [];
    if (partial === undefined || partial === 'zero') throw new Error('powi has a partial');
    builder.ret(emitExpression(partial, builder, { operands: fn.args, type }));
    expect(verifyModule(module)).toEqual([]);
    expect(module.functions.has('llvm.powi.v2f64.i32')).toBe(true);
  });
  it('defines the digamma function once', () => {
    const module = new Module();
    const fn = module.addFunction('f', new FunctionType(double, [double]));
    const builder = new Builder(fn.addBlock());
    const [x] = fn.args;
    if (!x) throw new Error('no argument');
    builder.ret(builder.binary('fadd', callFunction(builder, 'digamma', [x], double), callFunction(builder, 'digamma', [x], double)));
    expect(verifyModule(module)).toEqual([]);
    expect([...module.functions.keys()].filter((name) => name.includes('digamma'))).toEqual(['__ribozyme_digamma_double']);
  });
});
