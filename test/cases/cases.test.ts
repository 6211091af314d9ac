/**
 * Every case at every level, forward and reverse, and split at two of them (see case.ts for the directives); those that are mostly
 * templates of libraries, which take most of the time, at O1 and one of the others. At O1 the programs run under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer: generated code that leaks, or touches a byte it does not
 * own, is caught.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { features } from '../support/features.js';
import { ribozyme, root, run, type Level, withFolder } from '../support/tool.js';
import { type Case, levelsOf, loadCases } from './case.js';
import type { Mode } from '../support/driver.js';
import { recordResults, runCase, sanitizers, type Verdicts } from './run.js';

const cases = loadCases(join(root, 'test/cases'));

describe('cases', () => {
  for (const testCase of cases) {
    test.concurrent(testCase.id, async ({ expect }) => {
      const results: Partial<Record<Level, Verdicts>> = {};
      for (const level of levelsOf(testCase)) results[level] = await runCase(testCase, level, { modes: modesAt(level, testCase), sanitize: level === 'O1' && testCase.check.kind !== 'error' });
      recordResults(testCase, results);
      expect(results).toEqual(Object.fromEntries(levelsOf(testCase).map((level) => [level, Object.fromEntries(modesAt(level, testCase).map((mode) => [mode, 'pass']))])));
    });
  }
});

/** A case that is in halves beside other modes is so at every second level. */
function modesAt(level: Level, testCase: Case): readonly Mode[] {
  const isInHalves = testCase.modes.length === 1 || levelsOf(testCase).indexOf(level) % 2 === cases.indexOf(testCase) % 2;
  return testCase.modes.filter((mode) => mode !== 'split' || isInHalves);
}

test('every case names rows of the support table, and every row has a case', () => {
  const used = new Set(cases.flatMap((testCase) => testCase.features));
  expect(cases.filter((testCase) => testCase.features.length === 0).map((testCase) => testCase.id)).toEqual([]);
  expect([...used].filter((feature) => !(feature in features))).toEqual([]);
  expect(Object.keys(features).filter((feature) => !used.has(feature))).toEqual([]);
});

test('derivative code is watched by the sanitizers: a shadow that is too short is reported', async () => {
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
