import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from './index.js';

/** The calls that become of a body's calls, of functions that the text declares or not. */
function calls(declaration: string, body: string, llvm = 22): string[] {
  const parameters = 'i8* %p, i8* %q, double %s, <4 x double> %v, <2 x double> %w';
  const module = parseModule(`${declaration}\ndefine void @f(${parameters}) {\n  ${body}\n  ret void\n}\n`);
  for (const fn of module.functions.values()) void fn.blocks;
  return printModule(module, { llvm }).split('\n').filter((line) => line.startsWith('  %r') || line.startsWith('  call')).map((line) => line.trim());
}

describe('intrinsics of before LLVM 14', () => {
  it.each([
    ['fast double @llvm.experimental.vector.reduce.fadd.f64.f64.v4f64(double undef, <4 x double> %v)', 'fast double @llvm.vector.reduce.fadd.v4f64(double -0.000000e+00, <4 x double> %v)'],
    ['reassoc double @llvm.experimental.vector.reduce.fmul.f64.f64.v4f64(double undef, <4 x double> %v)', 'reassoc double @llvm.vector.reduce.fmul.v4f64(double 1.000000e+00, <4 x double> %v)'],
    ['double @llvm.experimental.vector.reduce.fadd.f64.v4f64(double %s, <4 x double> %v)', 'double @llvm.vector.reduce.fadd.v4f64(double %s, <4 x double> %v)'],
    ['fast double @llvm.experimental.vector.reduce.v2.fadd.f64.v4f64(double %s, <4 x double> %v)', 'fast double @llvm.vector.reduce.fadd.v4f64(double %s, <4 x double> %v)'],
    ['double @llvm.experimental.vector.reduce.fmax.f64.v4f64(<4 x double> %v)', 'double @llvm.vector.reduce.fmax.v4f64(<4 x double> %v)'],
    ['double @llvm.experimental.vector.reduce.fmin.v4f64(<4 x double> %v)', 'double @llvm.vector.reduce.fmin.v4f64(<4 x double> %v)'],
    ['<2 x double> @llvm.x86.sse2.sqrt.pd(<2 x double> %w)', '<2 x double> @llvm.sqrt.v2f64(<2 x double> %w)'],
  ])('%s', (old, now) => { expect(calls('', `%r = call ${old}`)).toEqual([`%r = call ${now}`]); });

  it('copies and fills had their alignment as an argument', () => {
    const declaration = 'declare void @llvm.memcpy.p0i8.p0i8.i64(i8* nocapture, i8* nocapture readonly, i64, i32, i1)';
    const copy = 'call void @llvm.memcpy.p0i8.p0i8.i64(i8* %p, i8* nonnull %q, i64 8, i32 8, i1 false)';
    expect(calls(declaration, copy)).toEqual(['call void @llvm.memcpy.p0.p0.i64(ptr align 8 %p, ptr nonnull align 8 %q, i64 8, i1 false)']);
    expect(calls('', 'call void @llvm.memset.p0i8.i64(i8* %p, i8 0, i64 8, i32 1, i1 false)')).toEqual(['call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 8, i1 false)']);
  });

  it('a body without pointers calls them by their new name too', () => {
    const text = 'declare i64 @llvm.experimental.vector.reduce.add.i64.v4i64(<4 x i64>)\n'
      + 'define i64 @f(<4 x i64> %v) {\n  %r = call i64 @llvm.experimental.vector.reduce.add.i64.v4i64(<4 x i64> %v)\n  ret i64 %r\n}\n';
    expect(printModule(parseModule(text))).not.toContain('experimental');
  });
});
