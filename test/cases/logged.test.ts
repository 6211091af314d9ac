/**
 * Forward mode in two halves (`__enzyme_fwdsplit`), with the arrays cleared in between: every third case (all with RIBOZYME_LOGGED=all), at one
 * level, under the sanitizers at O1. It gives the same as finite differences, or it is refused.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printers } from '../support/driver.js';
import { splitForward } from '../support/lanes.js';
import { levels, root } from '../support/tool.js';
import { type Case, loadCases } from './case.js';
import { runCase } from './run.js';

const cases = loadCases(join(root, 'test/cases')).filter(({ check, modes }) => check.kind === 'gradient' && modes.includes('forward'))
  .filter((_case, at) => process.env.RIBOZYME_LOGGED === 'all' || at % 3 === 2);
const refusal = /error\[RZ3005\]: (.*) in `__enzyme_fwdsplit` is not supported yet/;
const refused: string[] = [];

async function verdict(testCase: Case, at: number): Promise<string> {
  const level = levels[at % levels.length] ?? 'O2';
  const { forward = '' } = await runCase(testCase, level, { modes: ['forward'], sanitize: level === 'O1', print: { ...printers, forward: splitForward } });
  const why = refusal.exec(forward)?.[1];
  if (why === undefined) return forward;
  refused.push(testCase.id);
  return 'pass';
}

describe('forward mode in two halves', () => {
  cases.forEach((testCase, at) => {
    test.concurrent(testCase.id, async ({ expect }) => { expect(await verdict(testCase, at)).toBe('pass'); });
  });
});

test('few cases are refused', () => { expect(refused.length).toBeLessThan(cases.length / 4); });
