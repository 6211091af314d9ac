// Builds, checks and runs every suite; prints a line for each, and the sum in the last line.
//
//     node scripts/suites.js [--acceptance FOLDER] [--only NAME,...]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { acceptance: { type: 'string' }, only: { type: 'string' } } });
const reports = join('.cache', 'verify');
const total = { passed: 0, failed: 0, skipped: 0 };

/** Not tests, but nothing else counts when one of them fails. */
const preparations = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'typecheck', command: ['npm', 'run', '--silent', 'typecheck'] },
];

/** Each writes a report, from which the counts are read: nothing counts as passed because a process said 0. */
const suites = [
  { name: 'unit', command: (report) => vitest('unit', report), read: vitestCounts },
  { name: 'e2e', command: (report) => vitest('e2e', report), read: vitestCounts },
  {
    name: 'random programs', read: ownCounts,
    command: (report) => ['node', 'test/generator/run.js', '--count', '400', '--plans', 'cheapest,cache,cheapest,recompute,cheapest,undo', '--json', report],
  },
  {
    name: 'random programs under sanitizers', read: ownCounts,
    command: (report) => ['node', 'test/generator/run.js', '--seed', '900000', '--count', '40', '--levels', 'O1', '--sanitize', '--json', report],
  },
  { name: 'support table', command: (report) => ['node', 'test/support/table.js', '--json', report], read: ownCounts },
];

if (options.acceptance) {
  suites.push({ name: 'acceptance', command: (report) => acceptance(report), read: acceptanceCounts });
  suites.push({ name: 'acceptance of separate files', command: (report) => acceptance(report, true), read: acceptanceCounts });
}

const only = options.only?.split(',');
const wanted = ({ name }) => !only || only.includes(name);

mkdirSync(reports, { recursive: true });
for (const { name, command } of preparations.filter(wanted)) {
  const { seconds, status } = timed(command);
  console.log(`verify: ${name} ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) total.failed++;
  if (name === 'build' && status !== 0) finish();
}
// Results of an earlier run must not stand in the support table.
if (!only) rmSync(join('.cache', 'results'), { recursive: true, force: true });
for (const suite of suites.filter(wanted)) runSuite(suite);
finish();

function runSuite({ name, command, read }) {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const { seconds, status } = timed(command(report));
  let groups = [];
  if (existsSync(report)) groups = read(JSON.parse(readFileSync(report, 'utf8')));
  const ran = groups.reduce((sum, group) => sum + group.passed + group.failed, 0);
  if (ran === 0) groups.push({ name: 'ran no test', passed: 0, failed: 1, skipped: 0 });
  else if (status !== 0 && groups.every((group) => group.failed === 0)) groups.push({ name: `exit status ${status}`, passed: 0, failed: 1, skipped: 0 });
  for (const group of groups) {
    console.log(`verify: ${[name, group.name].filter(Boolean).join(': ')}: ${counts(group)}`);
    for (const key of Object.keys(total)) total[key] += group[key];
  }
  console.log(`verify: ${name} took ${seconds} s`);
}

/** A line per room of `src/` and per folder of `test/`. */
function vitestCounts(report) {
  const groups = new Map();
  for (const file of report.testResults) {
    const name = relative(process.cwd(), file.name).split('/').slice(0, 2).join('/');
    const group = groups.get(name) ?? { name, passed: 0, failed: 0, skipped: 0 };
    groups.set(name, group);
    for (const { status } of file.assertionResults) group[status === 'passed' || status === 'failed' ? status : 'skipped']++;
    // A file that could not be loaded, or that holds no test.
    if (file.assertionResults.length === 0) group.failed++;
  }
  return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function ownCounts({ passed, failed, skipped }) { return [{ name: '', passed, failed, skipped }]; }

function acceptanceCounts({ results }) {
  const groups = new Map();
  for (const { area, status } of results) {
    const group = groups.get(area) ?? { name: area, passed: 0, failed: 0, skipped: 0 };
    groups.set(area, group);
    group[{ pass: 'passed', fail: 'failed', skip: 'skipped' }[status]]++;
  }
  return [...groups.values()];
}

function vitest(project, report) {
  return ['npx', 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

/** A program at a level is a test; with `separate`, the files of a program are compiled one by one and linked. */
function acceptance(report, separate = false) {
  return ['python3', join(options.acceptance, 'run.py'), '--cc', `node ${join(process.cwd(), 'dist/cli/main.js')}`,
    '--opt', 'O0,O1,O2,O3', ...(separate ? ['--separate', '--area', 'multifile'] : []), '--json', report];
}

function timed([program, ...args]) {
  const start = Date.now();
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) console.error(`verify: ${program}: ${error.message}`);
  return { status: status ?? -1, seconds: Math.round((Date.now() - start) / 1000) };
}

function counts({ passed, failed, skipped }) { return `${passed} passed, ${failed} failed, ${skipped} skipped`; }

function finish() {
  console.log(counts(total));
  process.exit(total.failed === 0 && total.skipped === 0 ? 0 : 1);
}
