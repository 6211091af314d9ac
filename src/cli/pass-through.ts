/** Running commands as they are. */
import { run } from '../toolchain/index.js';
import { exitOf } from './exit.js';
import { timed } from './time-report.js';

/** Runs a command as if we were not there. */
export async function passThrough(command: readonly string[], input?: Uint8Array): Promise<number> {
  const [program = '', ...args] = command;
  return exitOf(await timed(`running ${program}`, () => run(program, args, { input: input ?? 'inherit', output: 'inherit', messages: 'inherit' })));
}
