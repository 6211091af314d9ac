import { expect, it } from 'vitest';
import { singularPointsDocument } from './document.js';

// `npx vitest run -u src/rules/document.test.ts` writes the file anew.
it('docs/singular-points.md is what the tables say', async () => {
  await expect(singularPointsDocument()).toMatchFileSnapshot('../../docs/singular-points.md');
});
