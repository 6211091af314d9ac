import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { headerDirectory, loadHeaders } from './headers.js';

it('every header of the package is known by name', async () => {
  const files = readdirSync(headerDirectory(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => [join(parentPath, name).slice(headerDirectory().length + 1), readFileSync(join(parentPath, name), 'utf8')]);
  expect(await loadHeaders()).toEqual(Object.fromEntries(texts));
});
