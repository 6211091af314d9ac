/**
 * Builds one problem of the benchmark and measures it: the primal and the adjoint by hand compiled by plain clang, the
 * gradient as the caller makes it. The program checks that both gradients agree, and runs them by turns.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const folder = join(here, 'problems');
export const flags = ['-O3', '-march=native'];
export const include = ['-I', folder];
const wraps = ['malloc', 'calloc', 'realloc', 'free'].map((name) => `-Wl,--wrap=${name}`);

export const problemNames = readdirSync(folder).filter((file) => file.endsWith('.c') && file !== 'main.c').map((file) => file.slice(0, -2));

/** Runs the command; what it prints, or an error that says how it ended. */
export function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

/** The command itself. */
export const main = join(here, '..', 'dist', 'cli', 'main.js');
export function ribozyme(...args) { return run(main, ...args); }

/** Calls `use` with a folder that is gone afterwards. */
export async function withFolder(use) {
  const directory = mkdtempSync(join(tmpdir(), 'ribozyme-bench-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The gradient of a problem as an object file: the derivative is made from optimised IR, as users get it. */
export function afterOptimisation({ cc, source, output, flags: given = flags }) {
  ribozyme(cc, ...given, ...include, '-DDERIVATIVES', '-I', join(here, '..', 'include'), '-c', source, '-o', output);
}

/** The gradient by ADOL-C, which records it: for each gradient anew, or once. */
export function recorded({ isAnew }) {
  return ({ cc, source, output }) => {
    run(cc.replace('clang', 'clang++'), ...flags, ...include, '-x', 'c++', `-DTAPED=${isAnew ? 1 : 2}`, '-c', source, '-o', output);
  };
}

/** The same, made from IR that no pass has touched (but those named), and optimised then. */
export function beforeOptimisation(...passes) {
  return ({ cc, source, output }) => {
    const [raw, ready, derived] = ['raw.ll', 'ready.ll', 'derived.ll'].map((name) => `${output}.${name}`);
    run(cc, ...flags, '-g', '-Xclang', '-disable-llvm-passes', ...include, '-DDERIVATIVES', '-I', join(here, '..', 'include'), '-S', '-emit-llvm', source, '-o', raw);
    if (passes.length > 0) run(cc.replace('clang', 'opt'), '-S', `-passes=${passes.join(',')}`, raw, '-o', ready);
    ribozyme('opt', passes.length > 0 ? ready : raw, '-o', derived);
    run(cc, ...flags, '-Wno-override-module', '-c', derived, '-o', output);
  };
}

/** What `problems/main.c` prints of the problem: times in ns, bytes. */
export function measure(name, { cc, seconds, directory, makeGradient = afterOptimisation, libraries = [] }) {
  const source = join(folder, `${name}.c`);
  const [plain, derivatives, main, program] = ['plain.o', 'derivatives.o', 'main.o', 'program'].map((file) => join(directory, `${name}-${file}`));
  run(cc, ...flags, ...include, '-c', join(folder, 'main.c'), '-o', main);
  run(cc, ...flags, ...include, '-c', source, '-o', plain);
  makeGradient({ cc, source, output: derivatives });
  run(cc, ...wraps, main, plain, derivatives, '-o', program, ...libraries, '-lm');
  return JSON.parse(run(program, seconds));
}

export function describeMachine(cc, given = flags) {
  const [compiler] = run(cc, '--version').split('\n');
  return { cpu: cpus()[0]?.model ?? 'unknown', system: `${platform()} ${arch()}`, compiler, flags: given.join(' '), date: new Date().toISOString().slice(0, 10) };
}

export function machineLine({ cpu, system, compiler, flags: given, date }) { return [cpu, system, compiler, given, date].join(', '); }

/** A table of text. */
export function markdown(header, rows) {
  return [`| ${header.join(' | ')} |`, `|${'---|'.repeat(header.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

export function geometricMean(numbers) { return Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length); }
export function ratio(a, b) { return (a / b).toFixed(2); }
export function time(ns) { return ns < 1e3 ? `${ns} ns` : ns < 1e6 ? `${(ns / 1e3).toFixed(1)} µs` : `${(ns / 1e6).toFixed(2)} ms`; }
export function bytes(count) { return count < 1e4 ? `${count} B` : count < 1e7 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toFixed(0)} MB`; }
export function median(numbers) { return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]; }
