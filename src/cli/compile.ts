/**
 * `ribozyme clang ...`: the user's compile command, with derivatives. A command that asks for none makes the code it would
 * make without us; else it becomes source -> canonical IR -> derivatives -> machine code. Objects carry their IR along,
 * so that derivatives can go from file to file when a program is linked.
 */
import { readFileSync } from 'node:fs';
import { Diagnostic } from '../diagnostics/index.js';
import { probe, which } from '../toolchain/index.js';
import { parseCommandLine, sourcesOf } from './command-line.js';
import { mentionsMarker, scanSources } from './marker-scan.js';
import { passThrough } from './pass-through.js';
import { expandResponseFiles } from './response-files.js';
import { timed } from './time-report.js';

/** Whether a command name is a compiler that we can stand before, `/usr/bin/x86_64-linux-gnu-clang++-19` included. */
export function isCompilerName(name: string): boolean {
  return /^(.*-)?(clang|clang\+\+|clang-cl|flang|flang-new|gcc|g\+\+|cc|c\+\+|gfortran|rustc)(-[\d.]+)?(\.exe)?$/.test(name.replace(/^.*[/\\]/, ''));
}

/** Runs a compile command and resolves to its exit code. @throws Diagnostic, CompilerFailure */
export async function compileCommand(command: readonly string[]): Promise<number> {
  const [compiler = '', ...rest] = command;
  if (which(compiler) === undefined) {
    throw new Diagnostic('toolMissing', { tool: compiler, why: 'there is no such program on PATH', remedy: 'install clang 14 to 22 (Debian: apt-get install clang), or use `ribozyme run`, which brings its own' });
  }
  const line = parseCommandLine(expandResponseFiles(rest, readIfThere));
  const sources = sourcesOf(line);
  if (/rustc/.test(compiler)) refuseRust(rest);
  if (line.action === 'other' || (sources.length === 0 && line.action !== 'executable')) return passThrough(command);
  const input = sources.some((source) => source.path === '-') ? readFileSync(0) : undefined;
  const [tool, marks] = await Promise.all([probe(compiler), timed('looking for marker calls', () => scanSources(compiler, line, sources, input))]);
  const job = { command, compiler, tool, line, sources, ...marks, input };
  if (line.action === 'executable') return (await import('./link.js')).link(job);
  return (await import('./translate.js')).translate(job);
}

function refuseRust(words: readonly string[]): void {
  const marked = words.find((word) => word.endsWith('.rs') && mentionsMarker(readIfThere(word) ?? ''));
  if (marked === undefined) return;
  throw new Diagnostic('badInput', { message: `${marked} asks for a derivative, which is not supported in Rust yet`, why: 'the command prefix understands clang and flang only', remedy: 'write the IR with `rustc --emit=llvm-ir`, differentiate it with `ribozyme opt`, compile the result with clang' });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
