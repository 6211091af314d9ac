/** Every case at every level, forward and reverse, and split at two of them (see case.ts for the directives). */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { features } from '../support/features.js';
import { levels, root, type Level } from '../support/tool.js';
import { type Case, loadCases } from './case.js';
import type { Mode } from '../support/driver.js';
import { recordResults, runCase, type Verdicts } from './run.js';

const cases = loadCases(join(root, 'test/cases'));

describe('cases', () => {
  for (const testCase of cases) {
    test.concurrent(testCase.id, async ({ expect }) => {
      const results: Partial<Record<Level, Verdicts>> = {};
      for (const level of levels) results[level] = await runCase(testCase, level, { modes: modesAt(level, testCase) });
      recordResults(testCase, results);
      expect(results).toEqual(Object.fromEntries(levels.map((level) => [level, Object.fromEntries(modesAt(level, testCase).map((mode) => [mode, 'pass']))])));
    });
  }
});

/** A case that is in halves beside other modes is so at O0 and O2, or at O1 and O3. */
function modesAt(level: Level, testCase: Case): readonly Mode[] {
  const isInHalves = testCase.modes.length === 1 || levels.indexOf(level) % 2 === cases.indexOf(testCase) % 2;
  return testCase.modes.filter((mode) => mode !== 'split' || isInHalves);
}

test('every case names rows of the support table, and every row has a case', () => {
  const used = new Set(cases.flatMap((testCase) => testCase.features));
  expect(cases.filter((testCase) => testCase.features.length === 0).map((testCase) => testCase.id)).toEqual([]);
  expect([...used].filter((feature) => !(feature in features))).toEqual([]);
  expect(Object.keys(features).filter((feature) => !used.has(feature))).toEqual([]);
});
