/** The quick part of the round trip. The whole corpus: see `run.ts`. */
import { describe, expect, it } from 'vitest';
import { compilersFor } from './compilers.js';
import { smallPrograms } from './corpus.js';
import { type Job, jobName, runJob } from './job.js';
import { isQuick } from './quick.js';

const jobs = smallPrograms().flatMap((program) => compilersFor(program).flatMap((compiler) =>
  (['O0', 'O2'] as const).map((level): Job => ({ program, compiler, level, debug: true })))).filter(isQuick);

describe('round trip', () => {
  it.each(jobs.map((job) => [jobName(job), job] as const))('%s', (_, job) => {
    expect(runJob(job).failures).toEqual([]);
  });
});
