/**
 * The problems as programs that run a task as often as they are told (`repeat.c`): native ones in processes of their own,
 * and WebAssembly in this one. Measured by turns, they see the same machine.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { compile } from '../dist/runtime/index.js';
import { afterOptimisation, folder, include, median, run } from './problem.js';

const driver = join(dirname(fileURLToPath(import.meta.url)), 'repeat.c');
/** What `repeat` of the driver can be told to do. */
export const tasks = { primal: 0, byHand: 1, gradient: 2 };

/** Builds the problem with these flags and starts it. */
export async function nativeProgram(name, { cc, flags, directory }) {
  const source = join(folder, `${name}.c`);
  const [plain, derivatives, program] = ['plain.o', 'derivatives.o', 'repeat'].map((file) => join(directory, `${name}-${file}`));
  run(cc, ...flags, ...include, '-c', source, '-o', plain);
  afterOptimisation({ cc, source, output: derivatives, flags });
  run(cc, ...flags, ...include, driver, plain, derivatives, '-o', program, '-lm');
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name}: the native program ended`);
    return Number(value);
  };
  checkError(name, await answer());
  return {
    time: (task, times) => {
      child.stdin.write(`${task} ${times}\n`);
      return answer();
    },
    stop: () => { child.kill(); },
  };
}

/** The texts of the problem, as `compile` takes them. */
export function problemFiles(name) {
  const headers = readdirSync(folder).filter((file) => file.endsWith('.h'));
  return {
    ...Object.fromEntries(headers.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
    'problem.h': readFileSync(join(folder, `${name}.c`), 'utf8'),
    'plain.c': '#include "problem.h"\n',
    'derivatives.c': '#define DERIVATIVES\n#include "problem.h"\n',
    'repeat.c': readFileSync(driver, 'utf8'),
  };
}

/** The same problem, compiled by `compile`. */
export async function wasmProgram(name, { flags = [] } = {}) {
  const functions = await compile(problemFiles(name), { flags: ['-O3', ...flags] });
  checkError(name, functions.prepare());
  return { functions, time: async (task, times) => cpuTime(() => functions.repeat(task, times)) };
}

/** What the processor spent on this process, in ns, whatever else the machine does. */
export async function cpuTime(run) {
  const begin = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begin);
  return 1e3 * (user + system);
}

/**
 * The median time, in ns, of each contender: functions that run something a number of times and tell how long it took.
 * They take turns. Before, each runs for a while, so that JavaScript engines have optimised what they will.
 */
export async function medians(contenders, { seconds, warmUp = 0.15, sample = 3e6 }) {
  const repetitions = [];
  for (const time of contenders) {
    const end = performance.now() + 1e3 * warmUp;
    let last;
    do last = await time(3) / 3; while (performance.now() < end);
    repetitions.push(Math.max(1, Math.ceil(sample / Math.max(last, 1))));
  }
  const samples = contenders.map(() => []);
  const end = performance.now() + 1e3 * seconds;
  for (let round = 0; round < 5 || performance.now() < end; round++) {
    for (const [index, time] of contenders.entries()) samples[index].push(await time(repetitions[index]) / repetitions[index]);
  }
  return samples.map(median);
}

function checkError(name, error) {
  if (!(error <= 1e-9)) throw new Error(`${name}: the gradient and the adjoint by hand differ by ${error}`);
}
