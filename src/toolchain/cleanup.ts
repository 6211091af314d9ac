/** Temporary directories and child processes that must not outlive us, however we end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';

const directories = new Set<string>();
const children = new Set<ChildProcess>();
const fatalSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let watching = false;

/** Runs `body` with a fresh directory, which is gone afterwards: on success, on errors, on exit and on signals. */
export async function withTemporaryDirectory<T>(body: (directory: string) => Promise<T>): Promise<T> {
  watch();
  const directory = mkdtempSync(join(tmpdir(), 'ribozyme-'));
  directories.add(directory);
  try {
    return await body(directory);
  } finally {
    remove(directory);
  }
}

/** Makes the child end when a signal ends us. */
export function trackChild(child: ChildProcess): void {
  watch();
  children.add(child);
  child.once('close', () => children.delete(child));
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', removeAll);
  for (const signal of fatalSignals) process.once(signal, () => endBy(signal));
}

/** Dies of the signal itself, so that shells and build tools see what happened. */
function endBy(signal: NodeJS.Signals): void {
  children.forEach((child) => child.kill(signal));
  removeAll();
  process.kill(process.pid, signal);
}

function removeAll(): void { directories.forEach(remove); }

function remove(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  directories.delete(directory);
}
