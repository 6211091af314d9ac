/** For tests: derivatives of functions given as IR text, checked by our verifier, and run by `lli` where it is installed. */
import { spawnSync } from 'node:child_process';
import { lowerDerivatives } from '../entry/index.js';
import { type Function, type Module, isCall, verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';

/** Lowers the marker calls of the text. @throws Error if what comes out is not valid or still has markers. */
export function lowered(text: string): { module: Module; text: string } {
  const module = parseModule(text, { file: 'example.ll' });
  lowerDerivatives(module);
  const problems = verifyModule(module);
  if (problems.length > 0) throw new Error(`invalid output: ${JSON.stringify(problems[0])}`);
  const printed = printModule(module);
  if (printed.includes('__enzyme')) throw new Error('a marker is left');
  return { module, text: printed };
}

/** The numbers that the program prints. @throws Error if it fails. */
export function run(text: string): number[] {
  const { stdout, stderr, status, error } = spawnSync('lli-22', ['-'], { input: text, encoding: 'utf8', timeout: 60_000 });
  if (error) throw error;
  if (status !== 0) throw new Error(`lli-22 failed (${status}): ${stderr}`);
  return stdout.trim().split(/\s+/).map(Number);
}

/** The derivatives of a function of numbers by central differences. */
export function differences(f: (...x: number[]) => number, at: readonly number[]): number[] {
  const step = 1e-6;
  const shifted = (index: number, by: number): number => f(...at.map((x, i) => (i === index ? x + by : x)));
  return at.map((_, index) => (shifted(index, step) - shifted(index, -step)) / (2 * step));
}

/** The instructions in short: their kind, for calls the name of the callee. */
export function outline(fn: Function): string[] {
  return [...fn.instructions()].map((each) => (isCall(each) ? `${each.kind} ${each.calledFunction?.name ?? '?'}` : each.kind));
}
