/**
 * Writes docs/support.md from what the cases left in `.cache/results`: a row per feature, the modes at
 * each level. A cell counts the cases that pass; one that is not complete is a failure of this suite.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCases } from '../cases/case.js';
import { modes, type Mode } from './driver.js';
import { features } from './features.js';
import { levels, root, type Level } from './tool.js';

interface Result { readonly id: string; readonly features: readonly string[]; readonly results: Partial<Record<Level, Partial<Record<Mode, string>>>> }
interface Cell { readonly passed: number; readonly all: number }

export function main(report: string | undefined): number {
  const results = readResults();
  const missing = loadCases(join(root, 'test/cases')).filter(({ id }) => !results.some((result) => result.id === id));
  const rows = Object.entries(features).map(([feature, title]) => {
    const about = results.filter((result) => result.features.includes(feature));
    return { title, cells: modes.flatMap((mode) => levels.map((level) => cell(about, mode, level))) };
  });
  writeFileSync(join(root, 'docs/support.md'), document(rows));
  const cells = rows.flatMap((row) => row.cells.filter(({ all }) => all > 0));
  const passed = cells.filter((one) => one.passed === one.all).length;
  for (const { id } of missing) console.log(`support table: no result of case ${id}: run the cases first`);
  const counts = { passed, failed: cells.length - passed + missing.length, skipped: 0 };
  if (report) writeFileSync(report, JSON.stringify(counts) + '\n');
  console.log(`support table: ${passed} of ${cells.length} cells are complete (docs/support.md)`);
  return counts.failed === 0 ? 0 : 1;
}

function readResults(): Result[] {
  const folder = join(root, '.cache', 'results');
  if (!existsSync(folder)) return [];
  const known = new Set(loadCases(join(root, 'test/cases')).map(({ id }) => id));
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result).filter(({ id }) => known.has(id));
}

function cell(results: readonly Result[], mode: Mode, level: Level): Cell {
  const verdicts = results.flatMap((result) => result.results[level]?.[mode] ?? []);
  return { passed: verdicts.filter((verdict) => verdict === 'pass').length, all: verdicts.length };
}

function document(rows: readonly { readonly title: string; readonly cells: readonly Cell[] }[]): string {
  const heads = modes.flatMap((mode) => levels.map((level) => `${mode} -${level}`));
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return `# What is supported

Written by the tests (\`npm run verify\`), never by hand. A cell says how many of the cases about a feature give the right
derivative (against finite differences and against forward mode) or, in the last row, the right refusal; the cases are in
\`test/cases\`. Levels are those given to \`ribozyme clang-22\`. \`split\` is reverse mode in halves, with the arrays cleared in between;
it runs at every second level of a case, and only these count; so do all modes of cases of the C++ library and Eigen, which take
long, at -O1 and one other level. At -O1 the programs run under the address, undefined-behaviour and leak sanitizers.

${line(['feature', ...heads])}
${line(['---', ...heads.map(() => ':-:')])}
${rows.map((row) => line([row.title, ...row.cells.map(show)])).join('\n')}
`;
}

function show({ passed, all }: Cell): string { return all === 0 ? '' : passed === all ? `✓ ${all}` : `✗ ${passed} of ${all}`; }
