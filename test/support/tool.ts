/** The tool under test and the compilers beside it, as child processes with a time limit. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WarmCommand } from './warm.js';

/** Tests and runners are started from the root of the project (vitest, npm run, scripts/verify.sh). */
export const root = process.cwd();
const main = join(root, 'dist', 'cli', 'main.js');

export interface Outcome { readonly status: number; readonly stdout: string; readonly stderr: string }

// OpenBLAS spins in as many threads as there are processors, also for matrices of three rows.
const environment = { ...process.env, OPENBLAS_NUM_THREADS: '1' };
const command = new WarmCommand(main, environment);

/** Runs `ribozyme ARGS...` as built in `dist/`. What comes of it as a process of its own is tested in `test/commands`. */
export function ribozyme(args: readonly string[], { timeout = 400 }: { readonly timeout?: number } = {}): Promise<Outcome> {
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first`);
  return command.run(args, timeout);
}

/** Status -1 when the time limit (seconds) was passed or the program was killed by a signal. */
export function run(command: string, args: readonly string[], { timeout = 400 }: { readonly timeout?: number } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
    let stdout = '', stderr = '';
    const timer = setTimeout(() => {
      stderr += `${command}: stopped after ${timeout} s\n`;
      child.kill('SIGKILL');
    }, timeout * 1000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('error', (error) => { clearTimeout(timer); reject(error); });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ status: status ?? -1, stdout, stderr: signal ? `${stderr}${command}: killed by ${signal}\n` : stderr });
    });
  });
}

/** A scratch folder that is gone afterwards, whatever happens. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ribozyme-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Applies `work` to every item, `width` at a time; the results keep the order of the items. */
export async function inParallel<T, R>(items: readonly T[], width: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!, index);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

export const levels = ['O0', 'O1', 'O2', 'O3'] as const;
export type Level = (typeof levels)[number];
