/**
 * Where compile time goes: `node bench/compile-time.js [--cc clang-22] [--most N] [--no-save]` after `npm run build`.
 *
 * On generated modules of growing size, the time and memory of `ribozyme opt`, by phase, beside `clang -O2` on the same
 * module without the request. The last column of a family is the exponent e in time = c * size^e, between the smallest and
 * the largest size. `--most` bounds the sizes.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { describeMachine, machineLine, main, markdown, run, withFolder } from './problem.js';

const { values: options } = parseArgs({
  options: { cc: { type: 'string', default: 'clang-22' }, most: { type: 'string', default: '1000000' }, 'no-save': { type: 'boolean', default: false } },
});

const request = `declare double @__enzyme_autodiff(ptr, ...)
define double @derivative(double %x) {
  %slope = call double (ptr, ...) @__enzyme_autodiff(ptr @f, double %x)
  ret double %slope
}
`;

/** Modules by family: a function @f from double to double, and what stands around it. */
const families = {
  'straight line, instructions': {
    sizes: [1e3, 1e4, 1e5, 1e6],
    module: (n) => `declare double @llvm.sin.f64(double)\n${fn('f', n)}`,
  },
  'chain of calls, functions': {
    sizes: [10, 100, 1000],
    module: (n) => ['declare double @llvm.sin.f64(double)', ...Array.from({ length: n }, (_, i) => fn(i === 0 ? 'f' : `f${i}`, 8, i + 1 < n ? `f${i + 1}` : undefined))].join('\n'),
  },
  'one function of a large module, functions': {
    sizes: [1e3, 1e4, 1e5],
    module: (n) => ['declare double @llvm.sin.f64(double)', fn('f', 100), ...Array.from({ length: n }, (_, i) => fn(`other${i}`, 20))].join('\n'),
  },
};

function fn(name, instructions, callee) {
  const lines = [`define double @${name}(double %x0) noinline {`];
  for (let i = 1; i <= instructions; i++) {
    const [one, other] = [`%x${i - 1}`, `%x${Math.max(0, i - 3)}`];
    lines.push(`  %x${i} = ${[`fmul double ${one}, ${other}`, `fadd double ${one}, 0.5`, `fsub double ${one}, ${other}`, `call double @llvm.sin.f64(double ${one})`][i % 4]}`);
  }
  if (callee) lines.push(`  %below = call double @${callee}(double %x${instructions})`);
  lines.push(`  ret double ${callee ? '%below' : `%x${instructions}`}`, '}');
  return lines.join('\n');
}

const results = await withFolder((directory) => Object.entries(families).map(([family, { sizes, module }]) => ({
  family, runs: sizes.filter((size) => size <= Number(options.most)).map((size) => {
    const [plain, asked, derived] = ['plain.ll', 'asked.ll', 'derived.ll'].map((name) => join(directory, name));
    const text = module(size);
    writeFileSync(plain, text);
    writeFileSync(asked, `${text}\n${request}`);
    const report = timeReport(asked, derived);
    const begin = process.hrtime.bigint();
    run(options.cc, '-O2', '-Wno-override-module', '-c', plain, '-o', join(directory, 'plain.o'));
    const clang = Number(process.hrtime.bigint() - begin) / 1e9;
    console.error(`${family} ${size}: ${report.seconds.toFixed(2)} s, clang -O2 ${clang.toFixed(2)} s`);
    return { size, bytes: statSync(asked).size, clang, ...report };
  }),
})));

/** The seconds of each phase of ours, without the start of the process, and the memory. */
function timeReport(input, output) {
  const { status, stderr } = spawnSync(main, ['--time-report', 'opt', input, '-o', output], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const phases = [...stderr.matchAll(/^ +(\d+\.\d+) {2}(.*)$/gm)].map(([, seconds, phase]) => ({ phase, seconds: Number(seconds) })).filter(({ phase }) => phase !== 'in all');
  return { seconds: phases.reduce((sum, each) => sum + each.seconds, 0), phases, megabytes: Number(/^ +(\d+) {2}megabytes/m.exec(stderr)?.[1]) };
}

function exponent(runs, of) {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  return runs.length < 2 ? '' : (Math.log(of(last) / of(first)) / Math.log(last.size / first.size)).toFixed(2);
}

const machine = describeMachine(options.cc);
const text = [machineLine(machine), ...results.map(({ family, runs }) => ['', family, '',
  markdown(['size', 'text', 'seconds', 'clang -O2', 'memory'], runs.map((each) => [each.size.toLocaleString('en'), `${(each.bytes / 1e6).toFixed(2)} MB`, each.seconds.toFixed(2), each.clang.toFixed(2), `${each.megabytes} MB`])), '',
  `Exponent of time: ${exponent(runs, (each) => each.seconds)} (clang ${exponent(runs, (each) => each.clang)}); of memory: ${exponent(runs, (each) => each.megabytes)}.`].join('\n'))].join('\n');
console.log(text);
if (!options['no-save']) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'compile-time.md'), `${text}\n`);
  writeFileSync(join(folder, 'compile-time.json'), `${JSON.stringify({ machine, results }, undefined, 1)}\n`);
}
