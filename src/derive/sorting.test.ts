/** `qsort` as a sort of indices and a permutation; run by `lli`. */
import { expect, it } from 'vitest';
import { lowered, run } from './example.testing.js';

const program = (numbers: readonly number[]): string => `
declare i32 @printf(ptr, ...)
declare void @qsort(ptr, i64, i64, ptr)
declare double @__enzyme_fwddiff(...)
declare double @__enzyme_autodiff(...)
@format = constant [5 x i8] c"%.9g\\00"
@space = constant [2 x i8] c" \\00"
define i32 @compare(ptr %a, ptr %b) {
  %x = load double, ptr %a
  %y = load double, ptr %b
  %less = fcmp olt double %x, %y
  %more = fcmp ogt double %x, %y
  %l = zext i1 %less to i32
  %m = zext i1 %more to i32
  %r = sub i32 %m, %l
  ret i32 %r
}
define void @sort(ptr %p) {
  call void @qsort(ptr %p, i64 ${numbers.length}, i64 8, ptr @compare)
  %x = load double, ptr %p
  store double %x, ptr %p
  ret void
}
define i32 @main() {
  %p = alloca [${numbers.length} x double]
  %d = alloca [${numbers.length} x double]
${numbers.map((x, i) => `  %p${i} = getelementptr double, ptr %p, i64 ${i}
  %d${i} = getelementptr double, ptr %d, i64 ${i}
  store double ${x.toFixed(1)}, ptr %p${i}
  store double ${(i + 1).toFixed(1)}, ptr %d${i}\n`).join('')}
  call double (...) @__enzyme_MODE(ptr @sort, ptr %p, ptr %d)
${['p', 'd'].flatMap((array) => numbers.map((_, i) => `  %${array}v${i} = load double, ptr %${array}${i}
  call i32 (ptr, ...) @printf(ptr @format, double %${array}v${i})
  call i32 (ptr, ...) @printf(ptr @space)\n`)).join('')}  ret i32 0
}`;

// Equal elements stay in their order, as their tangents show.
const numbers = [3, 1, 2, 1, 5, 4, 3, 0, 2];
const order = numbers.map((_, i) => i).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);

it('moves tangents with their elements', () => {
  const { text } = lowered(program(numbers).replaceAll('__enzyme_MODE', '__enzyme_fwddiff'));
  expect(run(text)).toEqual([...order.map((i) => numbers[i]), ...order.map((i) => i + 1)]);
});

it('moves adjoints back to where the elements came from', () => {
  const { text } = lowered(program(numbers).replaceAll('__enzyme_MODE', '__enzyme_autodiff'));
  const adjoints = numbers.map((_, i) => order.indexOf(i) + 1);
  expect(run(text)).toEqual([...order.map((i) => numbers[i]), ...adjoints]);
});
