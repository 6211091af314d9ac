/** Functions that only compare. */
import { expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { onlyCompares } from './comparisons.js';

function compares(body: string, attributes = ''): boolean {
  const fn = parseModule(`@count = global i32 0
  @kept = global double 0.0
  declare double @fabs(double)
  declare double @modf(double, ptr)
  declare void @elsewhere()
  define void @keep(double %x) {
    store double %x, ptr @kept
    ret void
  }
  define i32 @compare(ptr %a, ptr %b) ${attributes} {
    %x = load double, ptr %a
    ${body}
    %y = load double, ptr %b
    %less = fcmp olt double %x, %y
    %r = zext i1 %less to i32
    ret i32 %r
  }`).functions.get('compare');
  if (!fn) throw new Error('no function');
  return onlyCompares(fn);
}

it.each([
  ['loads and compares', '', true],
  ['calls mathematics', '%z = call double @fabs(double %x)', true],
  ['counts', '%c = load i32, ptr @count\n %d = add i32 %c, 1\n store i32 %d, ptr @count', true],
  ['keeps a number', 'store double %x, ptr @kept', false],
  ['keeps a number elsewhere', 'call void @keep(double %x)', false],
  ['keeps the bits of a number', '%i = load i64, ptr %a\n store i64 %i, ptr @kept', false],
  ['writes through a pointer', '%f = call double @modf(double %x, ptr @kept)', false],
  ['calls what is not known', 'call void @elsewhere()', false],
])('%s', (_, body, answer) => { expect(compares(body)).toBe(answer); });

it('says so itself', () => { expect(compares('call void @elsewhere()', 'memory(argmem: read)')).toBe(true); });
