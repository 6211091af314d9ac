import { describe, expect, it } from 'vitest';
import { errorsDocument } from './document.js';
import { diagnostics } from './table.js';

// `npx vitest run -u src/diagnostics` writes the file anew.
it('docs/errors.md is what the table says', async () => {
  await expect(errorsDocument()).toMatchFileSnapshot('../../docs/errors.md');
});

describe('the table', () => {
  it('has each code once', () => {
    const codes = Object.values(diagnostics).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(Object.entries(diagnostics))('%s says what, why, and what to do', (_, { code, title, why, remedies }) => {
    expect(code).toMatch(/^RZ[1-5]\d{3}$/);
    expect(title).not.toBe('');
    expect(why).not.toBe('');
    expect(remedies.length).toBeGreaterThan(0);
    for (const text of [title, why, ...remedies]) expect(text).not.toMatch(/[.!]$|^$/);
  });
});
