/** Runs the jobs it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { type Job, type JobResult, runJob } from './job.js';

export type Answer = { readonly result: JobResult } | { readonly broken: string; readonly died?: true };

parentPort?.on('message', (job: Job) => {
  let answer: Answer;
  try {
    answer = { result: runJob(job) };
  } catch (error) {
    answer = { broken: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
