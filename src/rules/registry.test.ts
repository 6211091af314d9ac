import { describe, expect, it } from 'vitest';
import { FunctionType, StructType, VectorType, double, i32, pointer } from '../ir/index.js';
import { type Expression, parts } from './expression.js';
import { complexTable } from './complex.js';
import { inactiveRules } from './inactive.js';
import { binaryRules, structIntrinsics } from './instructions.js';
import { isMathName, mathRow, mathTable } from './math.js';
import { memoryRules } from './memory.js';
import { mirrorRules } from './mirror.js';
import { findRule } from './registry.js';
import { refusedRules } from './refused.js';
import type { MathRow } from './row.js';
import { cSpellings, complexSpellings, librarySpellings } from './spellings.js';

describe('a function is found by any of its spellings', () => {
  it.each([
    ['sin', 'sin'], ['sinf', 'sin'], ['sinl', 'sin'], ['__sinf_finite', 'sin'], ['llvm.sin.f64', 'sin'], ['llvm.sin.v4f32', 'sin'],
    ['__nv_sinf', 'sin'], ['__ocml_sin_f64', 'sin'], ['lgammaf_r', 'lgamma_r'], ['llvm.minnum.f64', 'fmin'], ['llvm.fmuladd.f32', 'fma'],
    ['llvm.experimental.constrained.pow.f64', 'pow'], ['llvm.experimental.constrained.fdiv.f64', 'fdiv'], ['_FortranAFPow8i', 'powi'],
    ['pow10', 'exp10'], ['drem', 'remainder'], ['llvm.powi.f64.i32', 'powi'],
  ])('%s is %s', (spelled, name) => {
    expect(findRule(spelled)).toMatchObject({ kind: 'math', name });
  });
});

describe('other functions', () => {
  it.each([
    ['malloc', { kind: 'memory', operation: 'allocate', size: [0] }],
    ['_ZnwmSt11align_val_t', { kind: 'memory', operation: 'allocate', alignment: 1 }],
    ['_ZdlPvm', { kind: 'memory', operation: 'free' }],
    ['llvm.memcpy.p0.p0.i64', { kind: 'memory', operation: 'copy', destination: 0, source: 1, length: 2 }],
    ['printf', { kind: 'inactive', writes: [] }],
    ['snprintf', { kind: 'inactive', writes: [0] }],
    ['_ZNSolsEd', { kind: 'inactive', writes: 'reachable' }],
    ['abort', { kind: 'inactive', noReturn: true }],
    ['llvm.lifetime.start.p0', { kind: 'inactive' }],
    ['llvm.is.fpclass.f64', { kind: 'inactive' }],
    ['lround', { kind: 'inactive' }],
    ['sscanf', { kind: 'inactive', readsNumbers: true }],
    ['_ZNSirsERd', { kind: 'inactive', readsNumbers: true }],
    ['fread', { kind: 'unsupported' }],
    ['llvm.x86.sse2.sqrt.pd', { kind: 'unsupported' }],
    ['llvm.vector.reduce.fadd.v4f64', { kind: 'sum' }],
    ['llvm.launder.invariant.group.p0', { kind: 'mirror' }],
  ])('%s', (name, rule) => {
    expect(findRule(name)).toMatchObject(rule);
  });

  it('says nothing about what it does not know', () => {
    expect(findRule('frobnicate')).toBeUndefined();
    expect(findRule('llvm.frobnicate.f64')).toBeUndefined();
  });
});

describe('a function of the same name but other arguments', () => {
  it('is not the mathematical one', () => {
    expect(findRule('gamma', new FunctionType(double, [double]))).toBeDefined();
    expect(findRule('gamma', new FunctionType(double, [double, double]))).toBeDefined();
    expect(findRule('gamma', new FunctionType(double, [i32, double]))).toBeUndefined();
    expect(findRule('y0', new FunctionType(i32, [double]))).toBeUndefined();
    expect(findRule('sincos', new FunctionType(double, [double, pointer]))).toBeUndefined();
  });
  it('or gives its parts in another way', () => {
    const parts = [double, double, double, double];
    expect(findRule('__divdc3', new FunctionType(new StructType([double, double]), parts))).toMatchObject({ kind: 'math', name: 'divide' });
    expect(findRule('__divsc3', new FunctionType(new VectorType(double, 2), parts))).toBeUndefined();
  });
  it('may have vectors for numbers', () => {
    const vector = new VectorType(double, 2);
    expect(findRule('llvm.sin.v2f64', new FunctionType(vector, [vector]))).toBeDefined();
  });
});

describe('the tables', () => {
  const rows: [string, MathRow][] = [
    ...Object.keys(mathTable).filter(isMathName).map((name): [string, MathRow] => [name, mathRow(name)]),
    ...Object.entries(binaryRules).flatMap(([name, row]): [string, MathRow][] => (row === 'inactive' ? [] : [[name, row]])),
    ...Object.entries(structIntrinsics),
    ...Object.entries(complexTable),
  ];

  it('give no name two meanings', () => {
    const seen = new Map<string, string>();
    const tables: [string, Iterable<string>][] = [
      ['mathematics', [...librarySpellings().keys(), ...complexSpellings().keys()]], ['memory', memoryRules().keys()], ['inactive', inactiveRules().exact.keys()],
      ['refused', refusedRules().exact.keys()], ['mirror', mirrorRules().keys()],
    ];
    for (const [table, names] of tables) {
      for (const name of names) {
        expect(seen.get(name), `${name} is in two tables`).toBeUndefined();
        seen.set(name, table);
      }
    }
  });

  it('spell no two functions alike', () => {
    const owners = new Map<string, string>();
    for (const name of Object.keys(mathTable).filter(isMathName)) {
      for (const base of [name, ...(mathRow(name).aliases ?? [])]) {
        for (const spelled of cSpellings(base)) {
          expect(owners.get(spelled) ?? name, `${spelled} is spelled by two rows`).toBe(name);
          owners.set(spelled, name);
        }
      }
    }
  });

  it.each(rows)('%s has a partial per argument, an interval per number, and mentions what exists', (_, row) => {
    expect(row.domain.length).toBe(row.roles.filter((role) => role !== 'pointer').length);
    for (const { place, partials } of row.outputs) {
      expect(partials.length).toBe(row.roles.length);
      for (const partial of partials) if (partial !== 'zero') checkExpression(partial, row, place.kind === 'pointer');
    }
  });

  function checkExpression(expression: Expression, row: MathRow, isInMemory: boolean): void {
    if (expression.kind === 'operand') expect(['float', 'integer']).toContain(row.roles[expression.index]);
    if (expression.kind === 'offset') expect(row.roles[expression.index]).toBe('integer');
    if (expression.kind === 'result') expect(isInMemory).toBe(false);
    if (expression.kind === 'call' && expression.name !== 'digamma') {
      expect(isMathName(expression.name), expression.name).toBe(true);
      if (isMathName(expression.name)) expect(expression.args.length).toBe(mathRow(expression.name).roles.length);
    }
    parts(expression).forEach((part) => checkExpression(part, row, isInMemory));
  }
});
