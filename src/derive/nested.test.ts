/** What derivative code looks like to a derivative of it. */
import { describe, expect, it } from 'vitest';
import { PossibleCallees } from '../analysis/index.js';
import { ConstantExpression, isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { Preparations } from './analyses.js';
import { treatmentOf } from './calls.js';
import { lowered, run } from './example.testing.js';
import { recordLayout } from './records.js';

const power = `
define double @power(double %x, i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %y = phi double [ 1.0, %entry ], [ %z, %loop ]
  %z = fmul double %y, %x
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %end
end:
  ret double %z
}
declare double @__enzyme_autodiff(...)
declare double @__enzyme_fwddiff(...)
`;

describe('a derivative of a derivative', () => {
  it('takes the growth of a tape apart, and knows from the size what a record is', () => {
    // The room for a counted loop is known beforehand; this one goes on for as long as the number is small.
    const { module } = lowered(`${power.replace('icmp slt i32 %next, %n', 'fcmp olt double %z, 1.0e3')}
define double @slope(double %x, i32 %n) {
  %d = call double (...) @__enzyme_autodiff(ptr @power, double %x, i32 %n)
  ret double %d
}`);
    const augmented = module.functions.get('power.augmented');
    const copy = augmented && new Preparations(module, new PossibleCallees(module)).of(augmented).fn;
    const calls = [...copy?.instructions() ?? []].filter(isCall);
    const names = calls.map((call) => call.calledFunction?.name ?? '');
    expect(names).toEqual(expect.arrayContaining(['malloc', 'llvm.memcpy.p0.p0.i64', 'free']));
    expect(names).not.toContain('__ribozyme_grow');
    const length = calls.find((call) => call.calledFunction?.name.includes('memcpy'))?.args[2];
    const layout = length && recordLayout(module, length, { period: 0, fields: [], known: false });
    expect(layout).toEqual({ period: 8, fields: [{ offset: 0, kind: 'double', size: 8 }], known: true });
    expect(length?.kind === 'binary' && length.operand(1)).toBeInstanceOf(ConstantExpression);
  });

  it('knows helpers by name', () => {
    const module = parseModule('declare void @__ribozyme_bury(ptr, ptr, ptr)\ndefine void @f(ptr %p) {\n call void @__ribozyme_bury(ptr %p, ptr %p, ptr %p)\n ret void\n}');
    const [call] = [...module.functions.get('f')?.instructions() ?? []].filter(isCall);
    expect(call && treatmentOf(call)).toEqual({ kind: 'support', operation: 'bury' });
  });

  it('is right for a power, in all four ways', () => {
    const ways = [['autodiff', 'autodiff'], ['autodiff', 'fwddiff'], ['fwddiff', 'autodiff'], ['fwddiff', 'fwddiff']] as const;
    const tangent = (mode: string, x: string): string => (mode === 'fwddiff' ? `double ${x}, double 1.0` : `double ${x}`);
    const text = ways.map(([inner, outer], i) => `
define double @inner${i}(double %x, i32 %n) {
  %d = call double (...) @__enzyme_${inner}(ptr @power, ${tangent(inner, '%x')}, i32 %n)
  ret double %d
}
define double @outer${i}(double %x, i32 %n) {
  %d = call double (...) @__enzyme_${outer}(ptr @inner${i}, ${tangent(outer, '%x')}, i32 %n)
  ret double %d
}`).join('');
    const main = `
@format = constant [4 x i8] c"%g\\0A\\00"
declare i32 @printf(ptr, ...)
define i32 @main() {
${ways.map((_, i) => `  %d${i} = call double @outer${i}(double 2.0, i32 40)\n  %p${i} = call i32 (ptr, ...) @printf(ptr @format, double %d${i})`).join('\n')}
  ret i32 0
}`;
    const second = 40 * 39 * 2 ** 38;
    for (const number of run(lowered(power + text + main).text)) expect(number / second).toBeCloseTo(1, 4);
  });
});
