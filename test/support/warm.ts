/** The command in processes that stay: see `warm-worker.js`. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Outcome } from './tool.js';

/** A process is replaced now and then, so that what one command might leave behind does not pile up. */
const turnsEach = 100;

export class WarmCommand {
  private readonly idle: Worker[] = [];

  constructor(private readonly main: string, private readonly environment: NodeJS.ProcessEnv) {}

  /** @param timeout in seconds */
  async run(args: readonly string[], timeout: number): Promise<Outcome> {
    const worker = this.idle.pop() ?? new Worker(this.main, this.environment);
    const outcome = await worker.run(args, timeout);
    if (worker.isFresh) this.idle.push(worker);
    else worker.stop();
    return outcome;
  }
}

class Worker {
  private readonly child: ChildProcess;
  private turns = 0;
  private isAlive = true;

  constructor(main: string, env: NodeJS.ProcessEnv) {
    const script = join(process.cwd(), 'test', 'support', 'warm-worker.js');
    this.child = fork(script, [main], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env, execArgv: [] });
    this.child.stdout?.setEncoding('utf8');
    this.child.stderr?.setEncoding('utf8');
    this.child.once('exit', () => { this.isAlive = false; });
  }

  /** A worker that waits must not keep the tests from ending. */
  private holdOpen(isWorking: boolean): void {
    const { child } = this;
    const handles = [child, child.channel, child.stdout as Socket | null, child.stderr as Socket | null];
    for (const handle of handles) if (isWorking) handle?.ref(); else handle?.unref();
  }

  get isFresh(): boolean { return this.isAlive && this.turns < turnsEach; }
  stop(): void { if (this.isAlive) this.child.disconnect(); }

  run(args: readonly string[], timeout: number): Promise<Outcome> {
    const { child } = this;
    this.turns++;
    this.holdOpen(true);
    return new Promise((resolve) => {
      const printed = { stdout: '', stderr: '' };
      const finish = (status: number, note = ''): void => {
        clearTimeout(timer);
        for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data');
        child.removeListener('exit', died);
        this.holdOpen(false);
        resolve({ status, stdout: printed.stdout.split('\0')[0] ?? '', stderr: (printed.stderr.split('\0')[0] ?? '') + note });
      };
      const died = (code: number | null, signal: string | null): void => finish(code ?? -1, signal ? `ribozyme: killed by ${signal}\n` : '');
      const timer = setTimeout(() => {
        this.isAlive = false;
        child.kill('SIGKILL');
        finish(-1, `ribozyme: stopped after ${timeout} s\n`);
      }, timeout * 1000);
      const gather = (stream: 'stdout' | 'stderr') => (text: string): void => {
        printed[stream] += text;
        const ends = [printed.stdout, printed.stderr].map((all) => /\0(\d+)\n$/.exec(all)?.[1]);
        if (ends[0] !== undefined && ends[1] !== undefined) finish(Number(ends[0]));
      };
      child.stdout?.on('data', gather('stdout'));
      child.stderr?.on('data', gather('stderr'));
      child.once('exit', died);
      child.send({ turn: this.turns, args });
    });
  }
}
