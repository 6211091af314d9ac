/** What is known of BLAS beyond its declarations. */
import { describe, expect, it } from 'vitest';
import { lower, program } from './example.testing.js';

const more = `
declare double @cblas_ddot(i32, ptr, i32, ptr, i32)
declare void @cblas_dscal(i32, double, ptr, i32)
define double @product(ptr %v, ptr %w, i32 %n) {
  %y = call double @cblas_ddot(i32 %n, ptr %v, i32 1, ptr %w, i32 1)
  ret double %y
}
define double @scaled(ptr %v, ptr %w, i32 %n) {
  %y = call double @cblas_ddot(i32 %n, ptr %v, i32 1, ptr %w, i32 1)
  call void @cblas_dscal(i32 %n, double %y, ptr %v, i32 1)
  ret double %y
}`;
const augmented = (text: string): string => /define internal [^\n]*@cblas_ddot\.augmented[^]*?\n}/.exec(text)?.[0] ?? '';

describe('a routine', () => {
  it('copies what is overwritten before the reverse sweep, and nothing else', () => {
    const { text } = lower(program('void', 'autodiff', 'ptr @product, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 3', more));
    expect(augmented(text)).toContain('@cblas_ddot');
    expect(augmented(text)).not.toContain('@calloc');
    const overwritten = lower(program('void', 'autodiff', 'ptr @scaled, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 3', more));
    expect(augmented(overwritten.text)).toContain('@calloc');
  });

  it('is declared as it was when the derivatives are there', () => {
    const { text } = lower(program('void', 'autodiff', 'ptr @product, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 3', more));
    expect(text).toContain('declare double @cblas_ddot(i32, ptr, i32, ptr, i32)');
  });
});
