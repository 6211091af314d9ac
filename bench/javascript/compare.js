/**
 * Gradients in JavaScript: ours in WebAssembly beside TensorFlow.js (its `cpu` backend) and jax-js (its `wasm` backend):
 * `node bench/javascript/compare.js [--seconds S] [--no-save]` after `npm run build`. Installs both into this folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version as clang } from '@yowasp/clang';
import { cpus } from 'node:os';
import { compile, gradient } from '../../dist/runtime/index.js';
import { markdown, ratio, time } from '../problem.js';
import { cpuTime, medians, problemFiles, tasks, wasmProgram } from '../programs.js';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '8' }, 'no-save': { type: 'boolean', default: false } } });
const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, 'node_modules'))) {
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
console.log = console.error; // TensorFlow.js advertises
const { jaxGradients, tensorflowGradients } = await import('./libraries.js');

const size = { logsumexp: [100000], leastSquares: [2000, 500] };
const inputs = { x: noise(size.logsumexp[0], 3), a: noise(size.leastSquares[0] * size.leastSquares[1], 1), b: noise(size.leastSquares[0], 1), y: noise(size.leastSquares[1], 1) };
const libraries = { jax: await jaxGradients(inputs, size), tensorflow: await tensorflowGradients(inputs, size) };

const problems = [];
problems.push(await measure('log-sum-exp', 'logsumexp', 'logsumexp', [inputs.x, ...size.logsumexp], libraries));
problems.push(await measure('least squares', 'least-squares', 'leastSquares', [inputs.a, inputs.b, inputs.y, ...size.leastSquares], libraries));
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const machine = { cpu: cpus()[0]?.model ?? 'unknown', node: process.version, v8: process.versions.v8, clang, ...dependencies, date: new Date().toISOString().slice(0, 10) };
const text = table({ machine, problems });
process.stdout.write(`${text}\n`);
if (!options['no-save']) {
  writeFileSync(join(here, '..', 'results', 'javascript.json'), `${JSON.stringify({ machine, problems }, undefined, 1)}\n`);
  writeFileSync(join(here, '..', 'results', 'javascript.md'), `${text}\n`);
}
process.exit(0); // jax-js leaves workers behind

/** Times in ns, and how far the libraries are from our gradient, relative to its largest entry. */
async function measure(title, file, key, args, { jax, tensorflow }) {
  const { 'problem.h': source, 'bench.h': header } = problemFiles(file);
  const { [file.replace('-', '_')]: primal } = await compile({ 'problem.c': source, 'bench.h': header }, { flags: ['-DPRIMAL='] });
  const slope = await gradient(primal, { wrt: ['x'] });
  const [expected] = slope(...args);
  const within = await wasmProgram(file);
  const repeated = (run) => (times) => cpuTime(async () => { for (let i = 0; i < times; i++) await run(); });
  const contenders = {
    within: (times) => within.time(tasks.gradient, times),
    called: repeated(() => slope(...args)),
    jax: repeated(jax[key].run),
    tensorflow: repeated(tensorflow[key].run),
  };
  const found = await medians(Object.values(contenders), { seconds: Number(options.seconds), warmUp: 1, sample: 3e7 });
  const error = { jax: distance(expected, await jax[key].result(), 1e-6), tensorflow: distance(expected, await tensorflow[key].result(), 1e-2) };
  return { title, ...Object.fromEntries(Object.keys(contenders).map((each, index) => [each, found[index]])), error };
}

/** @throws Error if they are further apart than `most`: one of them is wrong. */
function distance(expected, found, most) {
  const scale = Math.max(...expected.map(Math.abs));
  const error = Math.max(...Array.from(expected, (each, index) => Math.abs(each - found[index]))) / scale;
  if (!(error <= most)) throw new Error(`a gradient is wrong by ${error}`);
  return error;
}

/** Numbers in (-scale, scale). */
function noise(count, scale) {
  let state = 123456789;
  return Float64Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return scale * state * 2 ** -31;
  });
}

function table({ machine: { cpu, node, v8, clang: embedded, date, ...versions }, problems: all }) {
  const rows = all.flatMap(({ title, within, called, jax, tensorflow, error }) => [
    [title, 'Ribozyme, in the program', 'double', time(within), '1', ''],
    ['', 'Ribozyme, called with arrays', 'double', time(called), ratio(called, within), ''],
    ['', 'jax-js, wasm', 'double', time(jax), ratio(jax, within), error.jax.toExponential(1)],
    ['', 'TensorFlow.js, cpu', 'single', time(tensorflow), ratio(tensorflow, within), error.tensorflow.toExponential(1)],
  ]);
  return [
    `${[cpu, `Node ${node} (V8 ${v8})`, `@yowasp/clang ${embedded}`, ...Object.entries(versions).map((each) => each.join(' ')), date].join(', ')}.`, '',
    markdown(['gradient', 'by', 'precision', 'time', 'by ours', 'difference'], rows), '',
    'In the program: the numbers are in the memory of the program, and so is the gradient; the tensors of the libraries are in theirs, too.',
    'Called with arrays: `gradient(f)(...)` from JavaScript, which copies the arguments into the memory of the program, and the result out of it.',
    'TensorFlow.js has no double precision. Differences are the largest from our gradient, relative to its largest entry.',
  ].join('\n');
}
