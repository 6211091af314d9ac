/**
 * How fast the text room reads and writes, beside LLVM's own tools on the same file: `node bench/throughput.js [FILE.ll...]`
 * after `npm run build`. Without a file, it compiles a generated C program of some 300 000 lines of IR with clang-22.
 *
 * Columns: MB of text per second of processor time. `lazy` reads the module without its bodies and prints it with the
 * bodies as they were; `full` reads every body and prints it anew. LLVM's tools always do the work of `full`, with bitcode
 * at the other end. Best of three runs, since the first one also compiles our own code.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseModule, printModule } from '../dist/text/index.js';

const directory = mkdtempSync(join(tmpdir(), 'ribozyme-bench-'));
try {
  const files = process.argv.length > 2 ? process.argv.slice(2) : [generate('-O0', '-g'), generate('-O2')];
  console.log('| file | MB | read, lazy | write, lazy | read, full | write, full | llvm-as | llvm-dis |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const file of files) console.log(row(file));
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** One line of the table. */
function row(file) {
  const text = readFileSync(file, 'utf8');
  const megabytes = text.length / 1e6;
  const best = { readLazy: Infinity, writeLazy: Infinity, readBodies: Infinity, writeFull: Infinity };
  for (let i = 0; i < 3; i++) {
    let module;
    best.readLazy = Math.min(best.readLazy, seconds(() => { module = parseModule(text, { file }); }));
    best.writeLazy = Math.min(best.writeLazy, seconds(() => printModule(module)));
    best.readBodies = Math.min(best.readBodies, seconds(() => { for (const fn of module.functions.values()) void fn.blocks; }));
    best.writeFull = Math.min(best.writeFull, seconds(() => printModule(module)));
  }
  const bitcode = join(directory, 'bench.bc');
  const times = [best.readLazy, best.writeLazy, best.readLazy + best.readBodies, best.writeFull,
    toolSeconds('llvm-as-22', [file, '-o', bitcode]), toolSeconds('llvm-dis-22', [bitcode, '-o', '/dev/null'])];
  return `| ${[basename(file), megabytes.toFixed(1), ...times.map((time) => (megabytes / time).toFixed(1))].join(' | ')} |`;
}

function seconds(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Processor time of a tool; the shell's `time` reports it on standard error. */
function toolSeconds(command, args) {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'time', command, ...args], { encoding: 'utf8' });
    if (status !== 0) return NaN;
    const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
    least = Math.min(least, user + system);
  }
  return least;
}

/** A C program with many functions of loops, branches, calls, structs and floating-point arithmetic, as IR. */
function generate(...options) {
  const source = join(directory, 'generated.c');
  const functions = Array.from({ length: 3000 }, (_, i) => `
double f${i}(struct s *p, double *x, int n) {
  double sum = ${i}.5;
  for (int i = 0; i < n; i++) {
    if (x[i] > p->a) sum += x[i] * p->b${i > 0 ? ` + f${i - 1}(p->next, x, i & ${i % 7})` : ''};
    else switch (p->kind) { case 1: sum -= sin(x[i]); break; case ${i % 90 + 2}: p->a = sum; break; default: x[i] = sum / (1 + p->m[i & 3][1]); }
  }
  memcpy(x, p->m, sizeof p->m);
  return sum;
}`);
  writeFileSync(source, `#include <math.h>\n#include <string.h>\nstruct s { double a, b; int kind; double m[4][4]; struct s *next; };\n${functions.join('')}\n`);
  const file = join(directory, `generated${options.join('')}.ll`);
  const { status, stderr } = spawnSync('clang-22', ['-S', '-emit-llvm', '-fno-vectorize', ...options, source, '-o', file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return file;
}
