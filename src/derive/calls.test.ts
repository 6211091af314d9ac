/** What a call is to the derivative. */
import { expect, it } from 'vitest';
import { isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { roleOf, treatmentOf } from './calls.js';

const module = parseModule(`
declare double @sin(double)
declare double @llvm.fabs.f64(double)
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare i32 @puts(ptr)
declare double @elsewhere(double)
@alias = alias double (double), ptr @callee
define double @callee(double %x) {
  ret double %x
}
define double @cos(double %x) {
  ret double %x
}
define void @f(ptr %p, double %x, ptr %function) {
  %a = call double @sin(double %x)
  %b = call double @llvm.fabs.f64(double %x)
  %c = call ptr @malloc(i64 8)
  call void @llvm.memmove.p0.p0.i64(ptr %c, ptr %p, i64 8, i1 false)
  call void @llvm.memset.p0.i64(ptr %c, i8 0, i64 8, i1 false)
  call void @free(ptr %c)
  %d = call i32 @puts(ptr %p)
  %e = call double @elsewhere(double %x)
  %g = call double @callee(double %x)
  %h = call double @alias(double %x)
  %i = call double @cos(double %x)
  %j = call double %function(double %x)
  call void asm sideeffect "nop", ""()
  ret void
}`);

it.each([
  ['sin', 'math', 'math'], ['llvm.fabs.f64', 'math', 'math'], ['malloc', 'memory', 'allocation'],
  ['llvm.memmove.p0.p0.i64', 'memory', 'copy'], ['llvm.memset.p0.i64', 'memory', 'fill'], ['free', 'memory', 'deallocation'],
  ['puts', 'inactive', 'inactive'], ['elsewhere', 'unknown', 'unknown'],
  ['callee', 'function', 'function'], ['alias', 'function', 'function'],
  ['cos', 'function', 'function'], // its body wins over the rule of its name
  ['function', 'indirect', 'unknown'], ['assembly', 'assembly', 'unknown'],
])('%s', (name, treatment, role) => {
  const call = [...module.functions.get('f')?.instructions() ?? []].filter(isCall).find((each) =>
    (each.callee.kind === 'asm' ? 'assembly' : 'name' in each.callee ? each.callee.name : '') === name);
  expect(call && treatmentOf(call).kind).toBe(treatment);
  expect(call && roleOf(call)).toBe(role);
});
