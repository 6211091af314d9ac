import { expect, test } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import type { Signature } from './signature.js';
import { type Activity, addPullback, addTangent } from './wrappers.js';

const source = `
define float @f(ptr %x, i32 %n, float %a) !dbg !0 {
entry:
  %empty = icmp eq i32 %n, 0
  br i1 %empty, label %zero, label %some
zero:
  ret float 0.0
some:
  %v = load float, ptr %x
  %y = fmul float %v, %a
  ret float %y
}
!0 = distinct !DISubprogram(name: "f")
`;

const signature: Signature = {
  name: 'f', symbol: 'f', result: 'float32', location: undefined,
  parameters: [
    { name: 'x', type: { kind: 'pointer', element: 'float32', isConst: true } },
    { name: 'n', type: { kind: 'scalar', scalar: 'int32' } },
    { name: 'a', type: { kind: 'scalar', scalar: 'float32' } },
  ],
};

/** The lines of what was added, before it is lowered, with LLVM's own indentation. */
function added(add: typeof addPullback, activities: readonly Activity[]): string {
  const module = parseModule(source);
  add(module, signature, activities);
  return printModule(module);
}

test('a pullback passes shadows and seeds, and stores what comes back', () => {
  const text = added(addPullback, ['dup', 'const', 'out']);
  expect(text).toMatch(/define internal void @f\.packed\(ptr %x, i32 %n, float %a, ptr noalias %\w+\).*!dbg !0/);
  expect(text.match(/store float .*\n\s*ret void/g)?.length).toBe(3); // two results, one derivative
  expect(text).toMatch(/define void @ribozyme_derivative\(ptr %0, ptr %1, i32 %2, float %3, ptr %4, ptr %5, ptr %6\)/);
  expect(text).toMatch(new RegExp(String.raw`call float \(ptr, \.\.\.\) @__enzyme_autodiff_ribozyme\(ptr @f\.packed, ptr @enzyme_dup, ptr %0, ptr %1, `
    + String.raw`ptr @enzyme_const, i32 %2, ptr @enzyme_out, float %3, ptr @enzyme_dup, ptr %4, ptr %5\)`));
});

test('several numbers come back as a struct', () => {
  const module = parseModule('define double @g(double %x, double %y) {\n  ret double %x\n}');
  addPullback(module, { ...signature, symbol: 'g', result: 'float64', parameters: ['x', 'y'].map((name) => ({ name, type: { kind: 'scalar', scalar: 'float64' } })) }, ['out', 'out']);
  const text = printModule(module);
  expect(text).toContain('call { double, double } (ptr, ...) @__enzyme_autodiff_ribozyme');
  expect(text.match(/extractvalue/g)?.length).toBe(2);
});

test('a tangent passes numbers with their tangents', () => {
  expect(added(addTangent, ['const', 'const', 'dup'])).toMatch(new RegExp(
    String.raw`call void \(ptr, \.\.\.\) @__enzyme_fwddiff_ribozyme\(ptr @f\.packed, ptr @enzyme_const, ptr %0, ptr @enzyme_const, i32 %1, `
    + String.raw`ptr @enzyme_dup, float %2, float %3, ptr @enzyme_dup, ptr %4, ptr %5\)`));
});

test('afterwards nothing is left of the copy if nobody uses it', () => {
  const module = parseModule(source);
  const cleanUp = addPullback(module, signature, ['dup', 'const', 'out']);
  const wrapper = module.functions.get('ribozyme_derivative');
  const call = [...(wrapper?.instructions() ?? [])].find((instruction) => instruction.kind === 'call');
  call?.setOperand(0, module.functions.get('f') ?? call); // as if the call had been lowered
  cleanUp();
  expect([...module.functions.keys()].filter((name) => name.includes('packed'))).toEqual([]);
});
