/** What has no derivative is refused, with the way that leads there. */
import { expect, it } from 'vitest';
import { Diagnostic } from '../diagnostics/index.js';
import { lowered } from './example.testing.js';

function refusal(body: string, more = ''): { code: string; message: string; chain: string[] } {
  const text = `${more}
define double @inner(double %x, ptr %p) {
${body}
}
define double @outer(double %x, ptr %p) {
  %y = call double @inner(double %x, ptr %p)
  ret double %y
}
define double @caller(double %x, ptr %p, ptr %d) {
  %r = call double (...) @__enzyme_autodiff(ptr @outer, double %x, ptr %p, ptr %d)
  ret double %r
}
declare double @__enzyme_autodiff(...)`;
  try {
    lowered(text);
  } catch (error) {
    if (!(error instanceof Diagnostic)) throw error;
    return { code: error.code, message: error.message, chain: (error.details.chain ?? []).map((step) => step.function) };
  }
  throw new Error('not refused');
}

it.each([
  ['a function without body', '  %y = call double @elsewhere(double %x)\n  ret double %y', 'RZ3101', 'declare double @elsewhere(double)'],
  ['a function pointer', '  %g = load ptr, ptr %p\n  %y = call double %g(double %x)\n  ret double %y', 'RZ3102', ''],
  ['inline assembly', '  %y = call double asm "", "=x,x"(double %x)\n  ret double %y', 'RZ3003', ''],
  ['arithmetic on the bits of a number', '  %i = bitcast double %x to i64\n  %j = add i64 %i, 1\n  %y = bitcast i64 %j to double\n  ret double %y', 'RZ3001', ''],
])('%s', (_, body, code, more) => {
  expect(refusal(body, more)).toMatchObject({ code, chain: ['outer', 'inner'] });
});

it('says which function is missing', () => {
  const { message } = refusal('  %y = call double @elsewhere(double %x)\n  ret double %y', 'declare double @elsewhere(double)');
  expect(message).toBe('cannot differentiate a call to `elsewhere`: its body is not in this module');
});
