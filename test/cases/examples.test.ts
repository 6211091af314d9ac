/** The examples of the README: the same numbers from a native build and from WebAssembly. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ribozyme, root, run, withFolder } from '../support/tool.js';

const folder = join(root, 'examples');

describe('examples', () => {
  for (const name of readdirSync(folder).filter((file) => /\.(c|cpp)$/.test(file)).sort()) {
    test(`${name} prints the same natively and in WebAssembly`, async () => {
      const source = join(folder, name);
      const native = await withFolder(async (scratch) => {
        const program = join(scratch, 'program');
        const build = await ribozyme([name.endsWith('.cpp') ? 'clang++-22' : 'clang-22', '-O2', source, '-o', program, '-lm']);
        expect(build).toMatchObject({ status: 0, stderr: '' });
        return run(program, []);
      });
      expect(native).toMatchObject({ status: 0, stderr: '' });
      const embedded = await ribozyme(['run', source]);
      expect(embedded.status).toBe(0);
      expect(numbers(native.stdout).length).toBeGreaterThan(0);
      expectClose(numbers(embedded.stdout), numbers(native.stdout));
      expect(words(embedded.stdout)).toEqual(words(native.stdout));
    });
  }

  test('the first command of the README', async () => {
    const { status, stdout } = await ribozyme(['grad', join(folder, 'rosenbrock.c'), 'rosenbrock', '1', '2']);
    expect(status).toBe(0);
    expect(numbers(stdout)).toEqual([100, -400, 200]);
  });

  test('neural.c learns: the loss that it prints falls', async () => {
    const { stdout } = await ribozyme(['run', join(folder, 'neural.c')]);
    const losses = [...stdout.matchAll(/loss\s*[:=]?\s*([-+.\de]+)/g)].map((match) => Number(match[1]));
    expect(losses.length).toBeGreaterThan(2);
    expect(losses.at(-1)!).toBeLessThan(0.5 * losses[0]!);
  });
});

const number = /[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;
function numbers(text: string): number[] { return [...text.matchAll(number)].map((match) => Number(match[0])); }
function words(text: string): string { return text.replace(number, '#'); }

/** Libraries differ in the last digits of a logarithm, and a few hundred steps of training carry that on. */
function expectClose(got: readonly number[], want: readonly number[]): void {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => { expect(Math.abs(value - want[i]!)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(want[i]!))); });
}
