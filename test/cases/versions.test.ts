/**
 * The cases with the other versions of clang. Each case runs with one of them here, at one level, so that all meet all.
 *
 *     RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts [-t FOLDER/]
 *
 * runs each with each at every level, but for those that are recorded as passed, and writes docs/versions.md when all are recorded.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modes, type Mode } from '../support/driver.js';
import { features } from '../support/features.js';
import { levels, root, type Level } from '../support/tool.js';
import { type Case, loadCases, wholeModes } from './case.js';
import { type Clang, type Verdicts, clangs, runCase } from './run.js';
import { type Results, VersionRecords } from './version-records.js';

const others = clangs.slice(0, -1);
const isFull = process.env['RIBOZYME_VERSIONS'] === 'all';
const cases = loadCases(join(root, 'test/cases'));
const records = new VersionRecords();

describe.each(others)('cases with clang %s', (clang) => {
  for (const testCase of casesOf(clang).filter((one) => isFull || others[cases.indexOf(one) % others.length] === clang)) {
    test.concurrent(testCase.id, async ({ expect }) => {
      if (!isFull) {
        const { modes: all } = testCase, wanted = all.length > 1 ? all.filter((mode) => wholeModes.includes(mode)) : all;
        expect(await runCase(testCase, levelFor(testCase), { clang, modes: wanted })).toEqual(passed(wanted));
        return;
      }
      const expected = Object.fromEntries(levels.map((level) => [level, passed(testCase.modes)]));
      const known = records.read(testCase, clang);
      if (known && JSON.stringify(known) === JSON.stringify(expected)) return;
      const results: Partial<Record<Level, Verdicts>> = {};
      for (const level of levels) results[level] = await runCase(testCase, level, { clang });
      records.write(testCase, clang, results);
      expect(results).toEqual(expected);
    });
  }
});

test('a run with every version is asked for by one word', () => {
  expect([undefined, 'all']).toContain(process.env['RIBOZYME_VERSIONS']);
});

afterAll(() => {
  if (!isFull) return;
  const recorded = others.flatMap((clang) => casesOf(clang).map((testCase) => ({ testCase, clang, results: records.read(testCase, clang) })));
  const known = recorded.flatMap((one) => (one.results ? [{ ...one, results: one.results }] : []));
  if (known.length < recorded.length) console.log(`${recorded.length - known.length} of ${recorded.length} runs are not recorded yet: docs/versions.md stays as it is`);
  else writeFileSync(join(root, 'docs', 'versions.md'), table(known));
});

function casesOf(clang: Clang): Case[] { return cases.filter(({ since = 0 }) => since <= Number(clang)); }

function passed(wanted: readonly Mode[]): Verdicts { return Object.fromEntries(wanted.map((mode) => [mode, 'pass'])); }

function levelFor(testCase: Case): Level {
  const index = cases.indexOf(testCase);
  return levels[Math.floor(index / others.length) % levels.length] ?? 'O2';
}

function table(recorded: readonly { readonly testCase: Case; readonly clang: Clang; readonly results: Results }[]): string {
  const columns = others.flatMap((clang) => modes.map((mode) => ({ clang, mode })));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = Object.entries(features).map(([feature, title]) => row([title, ...columns.map(({ clang, mode }) => {
    const about = recorded.filter((one) => one.clang === clang && one.testCase.features.includes(feature))
      .flatMap(({ results }) => levels.flatMap((level) => results[level]?.[mode] ?? []));
    const good = about.filter((verdict) => verdict === 'pass').length;
    return about.length === 0 ? '' : good === about.length ? `✓ ${good}` : `✗ ${good} of ${about.length}`;
  })]));
  return `# Every version of clang

Written by \`RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts\`, never by hand. A cell counts the
runs that pass of the cases about a feature, at -O0, -O1, -O2 and -O3. clang 22 has a table of its own: [support.md](support.md).

${row(['feature', ...columns.map(({ clang, mode }) => `clang ${clang} ${mode}`)])}
${row(['---', ...columns.map(() => ':-:')])}
${lines.join('\n')}
`;
}
