/**
 * How much faster a gradient is when the program is optimised before it is differentiated: `node bench/optimisation.js
 * [--seconds S] [--cc clang-22] [--no-save] [NAME...]` after `npm run build`.
 *
 * Three gradients of each problem, all optimised in the end by `clang -O3`: from IR that no pass has touched; from the
 * same with local variables in registers (`sroa`); from optimised IR. The first against the last is what W. Moses and V.
 * Churavy measured ("Instead of Rewriting Foreign Code for Machine Learning, Automatically Synthesize Fast Gradients",
 * NeurIPS 2020: 4.2 times as fast in the geometric mean), on problems of the same kinds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { afterOptimisation, beforeOptimisation, describeMachine, geometricMean, machineLine, markdown, measure, ratio, withFolder } from './problem.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '1' }, cc: { type: 'string', default: 'clang-22' }, 'no-save': { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : ['gmm-10', 'gmm-64', 'bundle-adjustment', 'lstm', 'ode', 'fft', 'euler', 'brusselator'];
const ways = { before: beforeOptimisation(), promoted: beforeOptimisation('sroa'), after: afterOptimisation };

const problems = await withFolder((directory) => names.map((name) => {
  const runs = Object.entries(ways).map(([way, makeGradient]) => [way, measure(name, { cc: options.cc, seconds: options.seconds, directory, makeGradient })]);
  // The three are programs of their own: each is compared with the primal that it ran beside.
  const overhead = Object.fromEntries(runs.map(([way, result]) => [way, result.gradient / result.primal]));
  console.error(`${name}: ${Object.entries(overhead).map(([way, times]) => `${way} ${times.toFixed(2)}`).join(', ')} of the primal`);
  return { name: runs[0][1].name, overhead };
}));
const machine = describeMachine(options.cc);
const gain = (way) => geometricMean(problems.map(({ overhead }) => overhead[way] / overhead.after));
const text = [machineLine(machine), '', 'Time of a gradient in multiples of the primal, by what is differentiated:', '',
  markdown(['problem', 'untouched IR', 'variables in registers', 'optimised IR', 'untouched/optimised', 'registers/optimised'], problems.map(({ name, overhead: { before, promoted, after } }) =>
    [name, before.toFixed(2), promoted.toFixed(2), after.toFixed(2), ratio(before, after), ratio(promoted, after)])), '',
  `Geometric mean: ${gain('before').toFixed(1)} times as fast as from untouched IR, ${gain('promoted').toFixed(1)} times as fast as with variables in registers only.`].join('\n');
console.log(text);
if (!options['no-save'] && positionals.length === 0) {
  const results = join(dirname(fileURLToPath(import.meta.url)), 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'optimisation.json'), `${JSON.stringify({ machine, problems }, undefined, 1)}\n`);
  writeFileSync(join(results, 'optimisation.md'), `${text}\n`);
}
