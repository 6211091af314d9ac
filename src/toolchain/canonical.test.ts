import { describe, expect, it } from 'vitest';
import { allowUnrolling, isInstrumentation, writerVersion } from './canonical.js';

describe('the canonical form', () => {
  it('leaves unrolling to the final step', () => {
    const text = '!1 = distinct !{!1, !2, !3}\n!2 = !{!"llvm.loop.mustprogress"}\n!3 = !{!"llvm.loop.unroll.disable"}\n';
    expect(allowUnrolling(text)).toBe(text.replace('llvm.loop.unroll.disable', 'ribozyme.canonical'));
  });

  it.each([
    ['!0 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}', 19],
    ['!0 = !{!"clang version 22.0.0-git20542"}', 22],
    ['!3 = !{!"flang version 22.1.8"}', 22],
    ['!0 = !{i32 1}', undefined],
  ])('knows who wrote %s', (text, version) => expect(writerVersion(`x\n${text}\n`)).toBe(version));

  it('holds back what instruments', () => {
    expect(['-fsanitize=address', '-fno-sanitize=alignment', '-fsanitize-trap=all', '-fprofile-generate', '-fcoverage-mapping'].every(isInstrumentation)).toBe(true);
    expect(['-fPIC', '-fno-math-errno', '-fopenmp'].some(isInstrumentation)).toBe(false);
  });
});
