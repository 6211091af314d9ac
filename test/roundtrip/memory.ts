/** Remembers what has passed, so that a run that was interrupted goes on where it was. Valid for the very same code only. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache } from './fetch.js';
import { type Job, type JobResult, jobName } from './job.js';

export class Memory {
  private readonly file: string;
  private readonly known = new Map<string, JobResult>();

  constructor() {
    const folder = join(cache, 'passed');
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, `${hashOfCode()}.jsonl`);
    const lines = existsSync(this.file) ? readFileSync(this.file, 'utf8').split('\n') : [];
    for (const line of lines) {
      if (!line.endsWith('}')) continue;
      const { key, result } = JSON.parse(line) as { key: string; result: JobResult };
      this.known.set(key, result);
    }
  }

  recall(job: Job): JobResult | undefined { return this.known.get(keyOf(job)); }

  remember(job: Job, result: JobResult): void {
    if (result.failures.length === 0) appendFileSync(this.file, `${JSON.stringify({ key: keyOf(job), result })}\n`);
  }
}

function keyOf(job: Job): string {
  const hash = createHash('sha256');
  for (const source of job.program.sources) hash.update(readFileSync(source));
  return `${jobName(job)} ${hash.digest('hex').slice(0, 16)}`;
}

/** Of what is running: this folder and the library, as compiled. */
function hashOfCode(): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) readdirSync(path).sort().forEach((name) => { visit(join(path, name)); });
    else hash.update(readFileSync(path));
  };
  visit(fileURLToPath(new URL('../..', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}
