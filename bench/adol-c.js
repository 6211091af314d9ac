/**
 * Our gradients beside those of ADOL-C, which records the operations of a type of its own (Debian: libadolc-dev):
 * `node bench/adol-c.js [--seconds S] [--cc clang-22] [--no-save]` after `npm run build`. Only some problems are written for that type.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bytes, describeMachine, geometricMean, machineLine, markdown, measure, ratio, recorded, run, withFolder } from './problem.js';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '1' }, cc: { type: 'string', default: 'clang-22' }, 'no-save': { type: 'boolean', default: false } },
});
const version = run('dpkg-query', '--show', '--showformat=${Version}', 'libadolc-dev');
const problems = await withFolder((directory) => ['logsumexp', 'least-squares', 'gmm-10', 'gmm-64', 'euler', 'cholesky'].map((name) => {
  const by = (makeGradient, libraries) => measure(name, { cc: options.cc, seconds: options.seconds, directory, makeGradient, libraries });
  const [ours, anew, once] = [by(), ...[true, false].map((isAnew) => by(recorded({ isAnew }), ['-ladolc', '-lstdc++']))];
  const result = {
    name: ours.name, ours: ours.gradient / ours.primal, recordedAnew: anew.gradient / anew.primal, recordedOnce: once.gradient / once.primal,
    ourBytes: ours.peakBytes, recordedBytes: anew.peakBytes,
  };
  console.error(`${result.name}: ${result.ours.toFixed(2)} of the primal; by ADOL-C ${result.recordedAnew.toFixed(2)}, with the tape at hand ${result.recordedOnce.toFixed(2)}`);
  return result;
}));
const report = { machine: describeMachine(options.cc), version, problems };
const text = table(report);
console.log(text);
if (!options['no-save']) {
  const results = join(dirname(fileURLToPath(import.meta.url)), 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'adol-c.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  writeFileSync(join(results, 'adol-c.md'), `${text}\n`);
}

function table({ machine, version: adolc, problems: all }) {
  const header = ['problem', 'gradient/primal', 'by ADOL-C', 'with the tape at hand', 'times as fast', 'with the tape at hand', 'peak memory', 'by ADOL-C'];
  const rows = all.map((each) => [each.name, each.ours.toFixed(2), each.recordedAnew.toFixed(1), each.recordedOnce.toFixed(1),
    ratio(each.recordedAnew, each.ours), ratio(each.recordedOnce, each.ours), bytes(each.ourBytes), bytes(each.recordedBytes)]);
  const mean = (of) => geometricMean(all.map((each) => of(each) / each.ours)).toFixed(1);
  return [`${machineLine(machine)}, ADOL-C ${adolc}`, '', markdown(header, rows), '',
    `As geometric means, our gradients are ${mean((each) => each.recordedAnew)} times as fast as recording and reversing, ${mean((each) => each.recordedOnce)} times as fast as reversing a tape that is there.`].join('\n');
}
