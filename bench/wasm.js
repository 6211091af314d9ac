/**
 * Gradients in WebAssembly beside native ones: `node bench/wasm.js [--seconds S] [--cc clang-22] [--flags '-mno-simd128']
 * [--no-save] [NAME...]` after `npm run build`. Both run on one thread, the native ones compiled for any x86-64 (no
 * `-march`). Then, how long it takes until a function can be called. `--flags` are for WebAssembly only.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version as clang } from '@yowasp/clang';
import { Instance } from '../dist/runtime/instance.js';
import { describeMachine, geometricMean, machineLine, markdown, median, problemNames, ratio, run, time, withFolder } from './problem.js';
import { medians, nativeProgram, tasks, wasmProgram } from './programs.js';

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '1' }, cc: { type: 'string', default: 'clang-22' }, flags: { type: 'string', default: '' }, 'no-save': { type: 'boolean', default: false } },
});
const unknown = wanted.filter((name) => !problemNames.includes(name));
if (unknown.length > 0) {
  console.error(`no problem ${unknown.join(', ')}; there are ${problemNames.join(', ')}`);
  process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
const nativeFlags = ['-O3'];
const wasmFlags = options.flags.split(' ').filter((flag) => flag !== '');
const problems = [];
await withFolder(async (directory) => {
  for (const name of wanted.length > 0 ? wanted : problemNames) {
    try {
      const result = await measure(name, directory);
      console.error(`${name}: ${ratio(result.gradient.wasm, result.gradient.native)} of native`);
      problems.push(result);
    } catch (error) {
      console.error(`${name}: ${error.message}`);
      process.exitCode = 1;
      problems.push({ name, error: error.message });
    }
  }
});
const machine = { ...describeMachine(options.cc, nativeFlags), node: process.version, v8: process.versions.v8, clang, wasmFlags };
const report = { machine, problems, startUp: startUp() };
const text = table(report);
console.log(text);
if (!options['no-save'] && wanted.length === 0) {
  writeFileSync(join(here, 'results', 'wasm.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  writeFileSync(join(here, 'results', 'wasm.md'), `${text}\n`);
}

async function measure(name, directory) {
  const native = await nativeProgram(name, { cc: options.cc, flags: nativeFlags, directory });
  try {
    const wasm = await wasmProgram(name, { flags: wasmFlags });
    const asked = ['primal', 'gradient'];
    const contenders = asked.flatMap((task) => [native, wasm].map((program) => (times) => program.time(tasks[task], times)));
    const [nativePrimal, wasmPrimal, nativeGradient, wasmGradient] = await medians(contenders, { seconds: Number(options.seconds) });
    const begin = performance.now();
    const { functions: { repeat } } = await wasmProgram(name, { flags: wasmFlags });
    const again = performance.now() - begin;
    return {
      name, primal: { native: nativePrimal, wasm: wasmPrimal }, gradient: { native: nativeGradient, wasm: wasmGradient },
      instantiate: instantiate(repeat.program), again: 1e6 * again,
    };
  } finally {
    native.stop();
  }
}

/** What it takes to start a compiled program once more, in ns. */
function instantiate({ running: { code } }) {
  return 1e6 * median(Array.from({ length: 21 }, () => {
    const begin = performance.now();
    Instance.start(code);
    return performance.now() - begin;
  }));
}

/** The way from source to a gradient, each time in a process of its own. */
function startUp() {
  const once = (...args) => JSON.parse(run(process.execPath, join(here, 'start-up.js'), ...args));
  const compiled = once('--no-cache');
  once();
  const cached = Array.from({ length: 5 }, () => once());
  const of = (step) => median(cached.map((each) => each[step]));
  return { compiled, cached: { compile: of('compile'), gradient: of('gradient'), again: of('again') } };
}

function table({ machine: { node, v8, clang: embedded, wasmFlags: given, ...native }, problems: all, startUp: { compiled, cached } }) {
  const measured = all.filter(({ error }) => !error);
  const rows = measured.map(({ name, primal, gradient, instantiate: start, again }) => [name, time(primal.native), time(primal.wasm), ratio(primal.wasm, primal.native),
    time(gradient.native), time(gradient.wasm), ratio(gradient.wasm, gradient.native), time(start), time(again)]);
  const mean = (task) => geometricMean(measured.map((each) => each[task].wasm / each[task].native)).toFixed(2);
  const milliseconds = (number) => `${number.toFixed(1)} ms`;
  return [
    `Native: ${machineLine(native)}. WebAssembly: Node ${node} (V8 ${v8}), @yowasp/clang ${embedded}${given.length > 0 ? `, ${given.join(' ')}` : ''}.`, '',
    markdown(['problem', 'primal, native', 'wasm', 'ratio', 'gradient, native', 'wasm', 'ratio', 'instantiate', 'compile from the cache'], rows), '',
    `Geometric mean of WebAssembly by native: primal ${mean('primal')}, gradient ${mean('gradient')}.`, '',
    'From source to a gradient of log-sum-exp, in a new process:', '',
    markdown(['', '`compile`', '`gradient`', '`compile` again'], [
      ['nothing kept', compiled], ['from the cache', cached],
    ].map(([label, each]) => [label, milliseconds(each.compile), milliseconds(each.gradient), milliseconds(each.again)])),
  ].join('\n');
}
