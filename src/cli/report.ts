/** Everything the commands say on standard error. */
import { readFileSync } from 'node:fs';
import { isAbsolute, normalize, relative } from 'node:path';
import { Diagnostic } from '../diagnostics/index.js';
import { renderDiagnostics } from '../diagnostics/render.js';
import { exitCodes } from './exit.js';

/** Shows what went wrong, and gives the exit code for it. */
export function reportError(error: unknown): number {
  const found = diagnosticsIn(error);
  if (found.length > 0) {
    process.stderr.write(renderDiagnostics(found, { source: readSource, colour: wantsColour(), nameOf: relativeName }));
    return found.some(({ kind }) => kind === 'badUsage') ? exitCodes.usage : exitCodes.refused;
  }
  if (isCompilerFailure(error)) return error.exitCode; // the compiler has spoken for itself
  const details = error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`internal error: ${details}\nThis is a bug in Ribozyme. Please report it with the command and the input.\n`);
  return exitCodes.internal;
}

/** A line that is overwritten by the next one, while something takes long; nothing unless a person watches. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

export function endProgress(): void { showProgress(''); }

function diagnosticsIn(error: unknown): Diagnostic[] {
  if (error instanceof Diagnostic) return [error];
  if (error instanceof AggregateError) return error.errors.flatMap(diagnosticsIn);
  if (isStackOverflow(error)) {
    return [new Diagnostic('badInput', {
      message: 'the calls in this program are nested too deeply', why: 'the stack of this process is too small for the depth of its calls',
      remedy: 'give it a larger one: `ulimit -s unlimited`, then `node --stack-size=50000 node_modules/ribozyme/dist/cli/main.js ...` in place of `ribozyme ...`',
    })];
  }
  return isSystemError(error) ? [new Diagnostic('badInput', { message: error.message, why: `the system says ${error.code}`, remedy: 'check the name and the permissions of the file' })] : [];
}

/** By name, so that a command that needs no toolchain does not load one to fail. */
function isCompilerFailure(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && error.name === 'CompilerFailure' && 'exitCode' in error && typeof error.exitCode === 'number';
}

/** Functions are analysed with those that they call, one inside the other. */
function isStackOverflow(error: unknown): boolean { return error instanceof RangeError && error.message.startsWith('Maximum call stack'); }

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error;
}

/** Relative where that is below the current directory; never longer than it was. */
export function relativeName(file: string): string {
  const name = relative(process.cwd(), file);
  return isAbsolute(file) && !name.startsWith('..') ? name : normalize(file);
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // an excerpt is a courtesy
  }
}

function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  return force !== undefined && force !== '0' ? true : process.stderr.isTTY;
}
