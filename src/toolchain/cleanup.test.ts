import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTemporaryDirectory } from './cleanup.js';

it('a temporary directory is there for its body, and gone after it', async () => {
  let seen = '';
  await withTemporaryDirectory(async (directory) => {
    seen = directory;
    expect(existsSync(directory)).toBe(true);
  });
  expect(existsSync(seen)).toBe(false);
});

it('also when the body fails', async () => {
  let seen = '';
  await expect(withTemporaryDirectory(async (directory) => {
    seen = directory;
    throw new Error('no');
  })).rejects.toThrow('no');
  expect(existsSync(seen)).toBe(false);
});
