/**
 * How fast gradients are, beside the primal and an adjoint written by hand: `node bench/gradients.js [--seconds S]
 * [--cc clang-22] [--no-save] [NAME...]` after `npm run build`. Names are those of files in `bench/problems`.
 *
 * Each problem is one program: the primal and the adjoint by hand compiled by plain clang, the gradient by `ribozyme
 * clang`, both with -O3 -march=native. It checks that both gradients agree, and measures them in interleaved runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '1' }, cc: { type: 'string', default: 'clang-22' }, 'no-save': { type: 'boolean', default: false } },
});
const flags = ['-O3', '-march=native', '-I', join(here, 'problems')];
const wraps = ['malloc', 'calloc', 'realloc', 'free'].map((name) => `-Wl,--wrap=${name}`);
const directory = mkdtempSync(join(tmpdir(), 'ribozyme-bench-'));

try {
  const names = readdirSync(join(here, 'problems')).filter((file) => file.endsWith('.c') && file !== 'main.c').map((file) => file.slice(0, -2));
  const problems = [];
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const result = measure(name);
    problems.push(result);
    console.error(result.error ? `${name}: ${result.error}` : `${name}: ${(result.gradient / result.primal).toFixed(2)} of the primal, ${(result.gradient / result.handwritten).toFixed(2)} of by hand`);
  }
  const report = { machine: describeMachine(), problems };
  console.log(table(report));
  if (!options['no-save']) {
    mkdirSync(join(here, 'results'), { recursive: true });
    writeFileSync(join(here, 'results', 'gradients.json'), `${JSON.stringify(report, undefined, 1)}\n`);
    writeFileSync(join(here, 'results', 'gradients.md'), `${table(report)}\n`);
  }
  if (problems.some(({ error }) => error)) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function measure(name) {
  try {
    const source = join(here, 'problems', `${name}.c`);
    const [plain, derivatives, main, program] = ['plain.o', 'derivatives.o', 'main.o', 'program'].map((file) => join(directory, `${name}-${file}`));
    run(options.cc, ...flags, '-c', join(here, 'problems', 'main.c'), '-o', main);
    run(options.cc, ...flags, '-c', source, '-o', plain);
    run(process.execPath, join(here, '..', 'dist', 'cli', 'main.js'), options.cc, ...flags, '-DDERIVATIVES', '-I', join(here, '..', 'include'), '-c', source, '-o', derivatives);
    run(options.cc, ...wraps, main, plain, derivatives, '-o', program, '-lm');
    return JSON.parse(run(program, options.seconds));
  } catch (error) {
    return { name, error: error.message };
  }
}

function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

function describeMachine() {
  const [compiler] = run(options.cc, '--version').split('\n');
  return { cpu: cpus()[0]?.model ?? 'unknown', system: `${platform()} ${arch()}`, compiler, flags: '-O3 -march=native', date: new Date().toISOString().slice(0, 10) };
}

function table({ machine, problems }) {
  const measured = problems.filter(({ error }) => !error);
  const rows = measured.map((each) => [each.name, time(each.primal), time(each.handwritten), time(each.gradient),
    ratio(each.handwritten, each.primal), ratio(each.gradient, each.primal), ratio(each.gradient, each.handwritten),
    bytes(each.tapeBytes), bytes(each.handwrittenBytes), bytes(each.peakBytes)]);
  const mean = Math.exp(measured.reduce((sum, each) => sum + Math.log(each.gradient / each.handwritten), 0) / measured.length);
  const atMost = measured.filter((each) => each.gradient <= each.handwritten).length;
  const header = ['problem', 'primal', 'by hand', 'gradient', 'hand/primal', 'gradient/primal', 'gradient/hand', 'allocated', 'by hand', 'peak memory'];
  return [`${machine.cpu}, ${machine.system}, ${machine.compiler}, ${machine.flags}, ${machine.date}`, '',
    `| ${header.join(' | ')} |`, `|${'---|'.repeat(header.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`), '',
    `Gradient by hand: ${atMost} of ${measured.length} at most as slow, geometric mean ${mean.toFixed(2)}.`].join('\n');
}

function ratio(a, b) { return (a / b).toFixed(2); }
function time(ns) { return ns < 1e3 ? `${ns} ns` : ns < 1e6 ? `${(ns / 1e3).toFixed(1)} µs` : `${(ns / 1e6).toFixed(2)} ms`; }
function bytes(count) { return count < 1e4 ? `${count} B` : count < 1e7 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toFixed(0)} MB`; }
