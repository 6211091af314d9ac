/** Every case at every level, forward and reverse (see case.ts for the directives). */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { features } from '../support/features.js';
import { levels, root, type Level } from '../support/tool.js';
import { loadCases } from './case.js';
import { recordResults, runCase, type Verdicts } from './run.js';

const cases = loadCases(join(root, 'test/cases'));

describe('cases', () => {
  for (const testCase of cases) {
    test.concurrent(testCase.id, async ({ expect }) => {
      const results: Partial<Record<Level, Verdicts>> = {};
      for (const level of levels) results[level] = await runCase(testCase, level);
      recordResults(testCase, results);
      const passed = Object.fromEntries(testCase.modes.map((mode) => [mode, 'pass']));
      expect(results).toEqual(Object.fromEntries(levels.map((level) => [level, passed])));
    });
  }
});

test('every case names rows of the support table, and every row has a case', () => {
  const used = new Set(cases.flatMap((testCase) => testCase.features));
  expect(cases.filter((testCase) => testCase.features.length === 0).map((testCase) => testCase.id)).toEqual([]);
  expect([...used].filter((feature) => !(feature in features))).toEqual([]);
  expect(Object.keys(features).filter((feature) => !used.has(feature))).toEqual([]);
});
