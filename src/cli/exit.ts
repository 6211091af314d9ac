/** How the commands end. */
import type { RunResult } from '../toolchain/index.js';

export const exitCodes = {
  ok: 0,
  /** The input was refused with a diagnostic, or a check found a mismatch. */
  refused: 1,
  /** The command line could not be understood. */
  usage: 2,
  /** A bug in Ribozyme itself. */
  internal: 70,
} as const;

/** The exit code of a program that we stood for. If a signal ended it, the same signal ends us. */
export function exitOf({ exitCode, signal }: RunResult): number {
  if (signal === undefined) return exitCode;
  process.kill(process.pid, signal);
  return exitCodes.refused;
}
