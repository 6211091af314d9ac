/** Forward mode from IR to numbers: the tangent beside each value. */
import { describe, expect, it } from 'vitest';
import { differences, lowered, run } from './example.testing.js';

const program = `
%pair = type { double, i64 }
define double @chain(double %x, double %y) {
  %a = fdiv double %x, %y
  %b = call double @llvm.exp.f64(double %a)
  %c = fcmp ogt double %b, 1.0
  %d = select i1 %c, double %b, double %x
  ret double %d
}
define double @memory(double %x, double %y) {
  %p = alloca [2 x %pair]
  %q = getelementptr [2 x %pair], ptr %p, i64 0, i64 1
  store double %x, ptr %p
  %n = getelementptr %pair, ptr %p, i64 0, i32 1
  store i64 3, ptr %n
  call void @llvm.memcpy.p0.p0.i64(ptr %q, ptr %p, i64 16, i1 false)
  %copied = load double, ptr %q
  %m = getelementptr %pair, ptr %q, i64 0, i32 1
  %count = load i64, ptr %m
  %number = sitofp i64 %count to double
  %s = fmul double %copied, %number
  %r = fmul double %s, %y
  ret double %r
}
define double @lanes(double %x, double %y) {
  %v = insertelement <2 x double> poison, double %x, i32 0
  %w = insertelement <2 x double> %v, double %y, i32 1
  %s = fmul <2 x double> %w, %w
  %t = shufflevector <2 x double> %s, <2 x double> poison, <2 x i32> <i32 1, i32 0>
  %u = fsub <2 x double> %s, %t
  %r = extractelement <2 x double> %u, i32 0
  ret double %r
}
@format = constant [11 x i8] c"%.9g %.9g\\0A\\00"
define i32 @main() {
${['chain', 'memory', 'lanes'].map((name) => `
  %${name}.x = call double (...) @__enzyme_fwddiff(ptr @${name}, double 0.75, double 1.0, double 1.25, double 0.0)
  %${name}.y = call double (...) @__enzyme_fwddiff(ptr @${name}, metadata !"enzyme_const", double 0.75, double 1.25, double 1.0)
  %${name}.n = call i32 (ptr, ...) @printf(ptr @format, double %${name}.x, double %${name}.y)`).join('')}
  ret i32 0
}
declare double @__enzyme_fwddiff(...)
declare double @llvm.exp.f64(double)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare i32 @printf(ptr, ...)`;

describe('tangents', () => {
  const { module, text } = lowered(program);

  it('are computed by one function for each activity of the arguments', () => {
    expect([...module.functions.keys()].filter((name) => name.startsWith('chain'))).toHaveLength(3);
    expect(module.functions.get('chain.tangent')?.functionType.text).toBe('{ double, double } (double, double, double, double)');
  });

  it('agree with finite differences', () => {
    const numbers = run(text);
    const functions = [
      (x: number, y: number): number => Math.exp(x / y), (x: number, y: number): number => 3 * x * y, (x: number, y: number): number => x * x - y * y,
    ];
    functions.forEach((f, i) => {
      differences(f, [0.75, 1.25]).forEach((expected, k) => { expect(numbers[2 * i + k]).toBeCloseTo(expected, 6); });
    });
  });
});
