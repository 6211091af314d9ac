/**
 * The cases with the other versions of clang. A quarter of the cases run with one of them here, at one level, so that all meet all.
 *
 *     RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts [-t '14 at O2 loops/']
 *
 * runs each with each at two levels, but for those that are recorded as passed, and writes docs/versions.md when all are recorded.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modes, type Mode } from '../support/driver.js';
import { features } from '../support/features.js';
import { levels, root, type Level } from '../support/tool.js';
import { type Case, levelsOf, loadCases, numberOf, wholeModes } from './case.js';
import { type Clang, type Verdicts, clangs, runCase } from './run.js';
import { type Results, VersionRecords } from './version-records.js';

const others = clangs.slice(0, -1);
const isFull = process.env['RIBOZYME_VERSIONS'] === 'all';
const cases = loadCases(join(root, 'test/cases'));
const records = new VersionRecords();

describe.each(others)('cases with clang %s', (clang) => {
  if (isFull) for (const level of levels) describe(`at ${level}`, () => { for (const testCase of casesOf(clang)) if (recordedLevels(testCase).includes(level)) recordedTest(testCase, clang, level); });
  else for (const testCase of casesOf(clang).filter((one) => isInTurn(one, clang))) ordinaryTest(testCase, clang);
});

/** Two of its levels; together, all cases meet all. */
function recordedLevels(testCase: Case): readonly Level[] {
  const own = levelsOf(testCase);
  return own.length === 2 ? own : own.filter((_level, at) => at % 2 === numberOf(testCase) % 2);
}

/** At one level, and not in halves beside other modes, to save time. */
function ordinaryTest(testCase: Case, clang: Clang): void {
  const wanted = testCase.modes.filter((mode) => testCase.modes.length === 1 || wholeModes.includes(mode));
  test.concurrent(testCase.id, async ({ expect }) => {
    expect(await runCase(testCase, levelFor(testCase), { clang, modes: wanted })).toEqual(passed(wanted));
  });
}

function recordedTest(testCase: Case, clang: Clang, level: Level): void {
  test.concurrent(testCase.id, async ({ expect }) => {
    const known = records.read(testCase, clang)[level];
    if (known && Object.values(known).every((verdict) => verdict === 'pass')) return;
    const verdicts = await runCase(testCase, level, { clang });
    records.add(testCase, clang, level, verdicts);
    expect(verdicts).toEqual(passed(testCase.modes));
  });
}

test('a run with every version is asked for by one word', () => {
  expect([undefined, 'all']).toContain(process.env['RIBOZYME_VERSIONS']);
});

afterAll(() => {
  if (!isFull) return;
  const recorded = others.flatMap((clang) => casesOf(clang).map((testCase) => ({ testCase, clang, results: records.read(testCase, clang) })));
  const runs = recorded.flatMap(({ testCase, results }) => recordedLevels(testCase).map((level) => results[level]));
  const missing = runs.filter((verdicts) => verdicts === undefined).length;
  if (missing > 0) console.log(`${missing} of ${runs.length} runs are not recorded yet: docs/versions.md stays as it is`);
  else writeFileSync(join(root, 'docs', 'versions.md'), table(recorded));
});

function casesOf(clang: Clang): Case[] { return cases.filter(({ since = 0 }) => since <= Number(clang)); }

function isInTurn(testCase: Case, clang: Clang): boolean { return others[numberOf(testCase) % (4 * others.length)] === clang; }

function passed(wanted: readonly Mode[]): Verdicts { return Object.fromEntries(wanted.map((mode) => [mode, 'pass'])); }

function levelFor(testCase: Case): Level { return levels[Math.floor(numberOf(testCase) / 4 / others.length) % levels.length] ?? 'O2'; }

function table(recorded: readonly { readonly testCase: Case; readonly clang: Clang; readonly results: Results }[]): string {
  const columns = others.flatMap((clang) => modes.map((mode) => ({ clang, mode })));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = Object.entries(features).map(([feature, title]) => row([title, ...columns.map(({ clang, mode }) => {
    const about = recorded.filter((one) => one.clang === clang && one.testCase.features.includes(feature))
      .flatMap(({ testCase, results }) => recordedLevels(testCase).flatMap((level) => results[level]?.[mode] ?? []));
    const good = about.filter((verdict) => verdict === 'pass').length;
    return about.length === 0 ? '' : good === about.length ? `✓ ${good}` : `✗ ${good} of ${about.length}`;
  })]));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  return `# Every version of clang

Written by \`RIBOZYME_VERSIONS=all npx vitest run --project e2e test/cases/versions.test.ts\`, never by hand, at commit
${commit}. A cell counts the runs that pass of the cases about a feature, each at two of -O0, -O1, -O2 and -O3. clang 22 has a table of its own: [support.md](support.md).

${row(['feature', ...columns.map(({ clang, mode }) => `clang ${clang} ${mode}`)])}
${row(['---', ...columns.map(() => ':-:')])}
${lines.join('\n')}
`;
}
