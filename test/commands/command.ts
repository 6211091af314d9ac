/** Runs commands in a folder, as a user would who stands there. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/tool.js';

export const main = join(root, 'dist', 'cli', 'main.js');

export interface Finished { readonly status: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string }

export interface Options {
  readonly input?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Called when the program has started. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
}

export function command(folder: string, [program = '', ...args]: readonly string[], { input, env, started }: Options = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const options: SpawnOptions = { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } };
    const child = spawn(program, args, options);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.stdin?.on('error', () => undefined).end(input ?? '');
    child.once('error', reject).once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
    started?.((signal) => child.kill(signal));
  });
}

/** `ribozyme ...` in a folder. */
export function ribozyme(folder: string, words: readonly string[], options: Options = {}): Promise<Finished> {
  return command(folder, [process.execPath, main, ...words], options);
}
