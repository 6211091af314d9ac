/** The cases again, where generated code that leaks or touches a byte it does not own is caught. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ribozyme, root, run, withFolder } from '../support/tool.js';
import { loadCases } from './case.js';
import { runCase, sanitizers } from './run.js';

describe('cases under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer', () => {
  for (const [index, testCase] of loadCases(join(root, 'test/cases')).filter(({ check }) => check.kind !== 'error').entries()) {
    test.concurrent(testCase.id, async ({ expect }) => {
      // Every other one in halves too: what they keep and free is much the same.
      const modes = testCase.modes.filter((mode) => mode !== 'split' || testCase.modes.length === 1 || index % 2 === 0);
      const passed = Object.fromEntries(modes.map((mode) => [mode, 'pass']));
      expect(await runCase(testCase, 'O1', { sanitize: true, modes })).toEqual(passed);
    });
  }
});

test('derivative code is watched too: a shadow that is too short is reported', async () => {
  await withFolder(async (folder) => {
    const source = join(folder, 'short.c'), program = join(folder, 'short');
    writeFileSync(source, `#include <stdlib.h>
extern int enzyme_dup, enzyme_const;
double __enzyme_autodiff(void *, ...);
__attribute__((noinline)) double sum(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i]; return s; }
int main(void) {
  double *x = calloc(3, sizeof *x), *dx = calloc(2, sizeof *dx);
  __enzyme_autodiff((void *)sum, enzyme_dup, x, dx, enzyme_const, 3);
  free(x), free(dx);
  return 0;
}\n`);
    expect((await ribozyme(['clang-22', '-O1', ...sanitizers, source, '-o', program])).stderr).toBe('');
    const { status, stderr } = await run(program, []);
    expect(status).not.toBe(0);
    expect(stderr).toContain('heap-buffer-overflow');
  });
});
