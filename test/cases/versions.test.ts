/**
 * The cases with the other versions of clang. Each case runs with one of them here, at one level, so that all meet all;
 * `RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts` runs each with each at every level and
 * writes docs/versions.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modes, type Mode } from '../support/driver.js';
import { features } from '../support/features.js';
import { levels, root, type Level } from '../support/tool.js';
import { type Case, loadCases } from './case.js';
import { type Clang, clangs, runCase } from './run.js';

const others = clangs.slice(0, -1);
const isFull = process.env['RIBOZYME_VERSIONS'] === 'all';
const cases = loadCases(join(root, 'test/cases'));
/** Whether each run passed, by case, clang and mode. */
const results: { readonly testCase: Case; readonly clang: Clang; readonly mode: Mode; readonly passed: boolean }[] = [];

describe.each(others)('cases with clang %s', (clang) => {
  const mine = cases.filter((testCase, index) => (testCase.since ?? 0) <= Number(clang) && (isFull || others[index % others.length] === clang));
  for (const testCase of mine) {
    test.concurrent(testCase.id, async ({ expect }) => {
      for (const level of isFull ? levels : [levelFor(testCase)]) {
        const verdicts = await runCase(testCase, level, { clang });
        for (const mode of testCase.modes) results.push({ testCase, clang, mode, passed: verdicts[mode] === 'pass' });
        expect(verdicts, level).toEqual(Object.fromEntries(testCase.modes.map((mode) => [mode, 'pass'])));
      }
    });
  }
});

test('a run with every version is asked for by one word', () => {
  expect([undefined, 'all']).toContain(process.env['RIBOZYME_VERSIONS']);
});

afterAll(() => { if (isFull) writeFileSync(join(root, 'docs', 'versions.md'), table()); });

function levelFor(testCase: Case): Level {
  const index = cases.indexOf(testCase);
  return levels[Math.floor(index / others.length) % levels.length] ?? 'O2';
}

function table(): string {
  const columns = others.flatMap((clang) => modes.map((mode) => ({ clang, mode })));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = Object.entries(features).map(([feature, title]) => row([title, ...columns.map(({ clang, mode }) => {
    const about = results.filter((one) => one.clang === clang && one.mode === mode && one.testCase.features.includes(feature));
    const passed = about.filter((one) => one.passed).length;
    return about.length === 0 ? '' : passed === about.length ? `✓ ${passed}` : `✗ ${passed} of ${about.length}`;
  })]));
  return `# Every version of clang

Written by \`RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts\`, never by hand. A cell counts the
runs that pass of the cases about a feature, at -O0, -O1, -O2 and -O3. clang 22 has a table of its own: [support.md](support.md).

${row(['feature', ...columns.map(({ clang, mode }) => `clang ${clang} ${mode}`)])}
${row(['---', ...columns.map(() => ':-:')])}
${lines.join('\n')}
`;
}
