/**
 * The round trip: every program of the corpus through every compiler, read, printed, and compared.
 *
 *     npm run roundtrip -- [--quick] [--match=PATTERN] [NAME...]
 *
 * `--match='clang 14 -O2'` takes the settings that the pattern fits. Without any of these it is the whole corpus (an hour or
 * more on two cores), and `docs/roundtrip.md` is written.
 * Exit status 1 when anything fails.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Level, compilersFor } from './compilers.js';
import { type Program, largePrograms, smallPrograms } from './corpus.js';
import { fetchLargePrograms } from './fetch.js';
import { type Job, type JobResult, jobName } from './job.js';
import { Memory } from './memory.js';
import { isQuick } from './quick.js';
import { report, tableText } from './report.js';
import type { Answer } from './worker.js';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const quick = process.argv.includes('--quick');
const pattern = new RegExp(process.argv.find((argument) => argument.startsWith('--match='))?.slice('--match='.length) ?? '');
const isWhole = !quick && names.length === 0 && pattern.source === '(?:)';
process.exitCode = await main() ? 0 : 1;

async function main(): Promise<boolean> {
  const started = Date.now();
  if (!quick) fetchLargePrograms();
  const programs = [...smallPrograms(), ...(quick ? [] : largePrograms())].filter((program) => names.length === 0 || names.includes(program.name));
  const jobs = programs.flatMap(jobsFor).filter((job) => (!quick || isQuick(job)) && pattern.test(jobName(job)));
  const results = await runAll(jobs);
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  const summary = report(jobs, results);
  process.stdout.write(`${tableText(programs, jobs, results)}\n${summary.text}\n${jobs.length} round trips in ${minutes} minutes\n`);
  if (isWhole) {
    writeFileSync(join(process.cwd(), 'docs', 'roundtrip.md'), `${summary.document}\n\n${tableText(programs, jobs, results)}\n`);
  }
  return summary.failed === 0 && jobs.length > 0;
}

function jobsFor(program: Program): Job[] {
  const levels: readonly Level[] = ['O0', 'O2'];
  return compilersFor(program).flatMap((compiler) =>
    levels.flatMap((level) => [false, true].map((debug) => ({ program, compiler, level, debug }))));
}

/** A worker per processor; the large programs first, so that none is left alone at the end. */
async function runAll(jobs: readonly Job[]): Promise<Map<Job, JobResult>> {
  const results = new Map<Job, JobResult>();
  const memory = new Memory();
  for (const job of jobs) {
    const result = memory.recall(job);
    if (result) results.set(job, result);
  }
  const waiting = jobs.filter((job) => !results.has(job)).sort((a, b) => Number(b.program.isLarge) - Number(a.program.isLarge));
  let done = results.size;
  const workers = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, async () => {
    let worker = startWorker();
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const answer = await ask(worker, job);
      if ('died' in answer) worker = startWorker();
      const result: JobResult = 'result' in answer ? answer.result : { made: ['read'], failures: [{ check: 'read', message: answer.broken }] };
      results.set(job, result);
      memory.remember(job, result);
      for (const failure of result.failures) process.stderr.write(`FAILED ${jobName(job)}: ${failure.check}: ${failure.message}\n`);
      if (++done % 50 === 0) process.stderr.write(`${done} of ${jobs.length}\n`);
    }
    await worker.terminate();
  });
  await Promise.all(workers);
  return results;
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 6000 } });
}

function ask(worker: Worker, job: Job): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer): void => {
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      resolve(answer);
    };
    worker.once('message', finish);
    worker.once('error', (error: Error) => { finish({ broken: `the worker died: ${error.message}`, died: true }); });
    worker.postMessage(job);
  });
}
