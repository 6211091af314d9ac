/** Runs programs: without a shell, their arguments as given. */
import { spawn, type StdioOptions } from 'node:child_process';
import { trackChild } from './cleanup.js';

export interface RunOptions {
  /** What the program reads. Without it, it reads nothing. */
  readonly input?: string | Uint8Array | 'inherit' | undefined;
  /** `inherit` shows it to the user directly; otherwise it is collected. */
  readonly output?: 'inherit' | 'collect';
  readonly messages?: 'inherit' | 'collect';
  readonly directory?: string | undefined;
  /** Called with each piece of the standard output; true ends the program, because enough is known. */
  readonly enough?: (piece: Buffer) => boolean;
}

export interface RunResult {
  readonly exitCode: number;
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | undefined;
  readonly output: Buffer;
  readonly messages: string;
}

/** @throws the system's error when the program cannot be started (`ENOENT`). */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { input, output = 'collect', messages = 'collect', directory, enough } = options;
  const stdio: StdioOptions = [
    input === 'inherit' ? 'inherit' : input === undefined ? 'ignore' : 'pipe',
    output === 'inherit' ? 'inherit' : 'pipe',
    messages === 'inherit' ? 'inherit' : 'pipe',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio, shell: false, ...(directory !== undefined && { cwd: directory }) });
    trackChild(child);
    const pieces: Buffer[] = [];
    const words: Buffer[] = [];
    child.once('error', reject);
    child.stdout?.on('data', (piece: Buffer) => {
      pieces.push(piece);
      if (enough?.(piece)) child.kill();
    });
    child.stderr?.on('data', (piece: Buffer) => words.push(piece));
    child.stdin?.on('error', () => undefined); // a program may end without reading everything: not our failure
    if (input !== undefined && input !== 'inherit') child.stdin?.end(input);
    child.once('close', (code, signal) => resolve({
      exitCode: code ?? 1, signal: signal ?? undefined, output: Buffer.concat(pieces), messages: Buffer.concat(words).toString(),
    }));
  });
}
