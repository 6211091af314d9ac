/**
 * How fast gradients are, beside the primal and an adjoint written by hand: `node bench/gradients.js [--seconds S]
 * [--cc clang-22] [--no-save] [NAME...]` after `npm run build`. Names are those of files in `bench/problems`; with none,
 * all are measured, and the table, the plot and the numbers are kept in `bench/results`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { plot } from './plot.js';
import { bytes, describeMachine, geometricMean, machineLine, markdown, measure, problemNames, ratio, time, withFolder } from './problem.js';

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '1' }, cc: { type: 'string', default: 'clang-22' }, 'no-save': { type: 'boolean', default: false } },
});
const unknown = wanted.filter((name) => !problemNames.includes(name));
if (unknown.length > 0) {
  console.error(`no problem ${unknown.join(', ')}; there are ${problemNames.join(', ')}`);
  process.exit(2);
}

const names = wanted.length > 0 ? wanted : problemNames;
const problems = await withFolder((directory) => names.map((name) => {
  try {
    const result = measure(name, { cc: options.cc, seconds: options.seconds, directory });
    console.error(`${name}: ${ratio(result.gradient, result.primal)} of the primal, ${ratio(result.gradient, result.handwritten)} of by hand`);
    return result;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
    return { name, error: error.message };
  }
}));
const report = { machine: describeMachine(options.cc), problems };
const text = table(report);
console.log(text);
if (!options['no-save'] && wanted.length === 0) {
  const results = join(dirname(fileURLToPath(import.meta.url)), 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'gradients.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  writeFileSync(join(results, 'gradients.md'), `${text}\n`);
  writeFileSync(join(results, 'gradients.svg'), plot(report));
}

function table({ machine, problems: all }) {
  const measured = all.filter(({ error }) => !error);
  const rows = measured.map((each) => [each.name, time(each.primal), time(each.handwritten), time(each.gradient),
    ratio(each.handwritten, each.primal), ratio(each.gradient, each.primal), ratio(each.gradient, each.handwritten),
    bytes(each.tapeBytes), bytes(each.handwrittenBytes), bytes(each.peakBytes)]);
  const atMost = measured.filter((each) => each.gradient <= each.handwritten).length;
  const header = ['problem', 'primal', 'by hand', 'gradient', 'hand/primal', 'gradient/primal', 'gradient/hand', 'allocated', 'by hand', 'peak memory'];
  const mean = geometricMean(measured.map((each) => each.gradient / each.handwritten));
  return [machineLine(machine), '', markdown(header, rows), '',
    `Gradient by hand: ${atMost} of ${measured.length} at most as slow, geometric mean ${mean.toFixed(2)}.`].join('\n');
}
