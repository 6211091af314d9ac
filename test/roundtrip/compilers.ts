/** The compilers of the round trip, and how each turns sources into LLVM IR text and that text into a program. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, dirname } from 'node:path';
import type { Program } from './corpus.js';

export type Level = 'O0' | 'O2';

export interface Compiler {
  readonly name: string;
  /** Of the LLVM inside. */
  readonly llvm: number;
  readonly kind: 'clang' | 'flang' | 'rustc';
}

export const compilers: readonly Compiler[] = [
  ...[14, 16, 19, 22].map((llvm) => ({ name: `clang ${llvm}`, llvm, kind: 'clang' as const })),
  { name: 'flang 22', llvm: 22, kind: 'flang' },
  { name: 'rustc', llvm: 22, kind: 'rustc' },
];

export function compilersFor(program: Program): Compiler[] {
  const kind = program.language === 'fortran' ? 'flang' : program.language === 'rust' ? 'rustc' : 'clang';
  return compilers.filter((compiler) => compiler.kind === kind && (kind !== 'clang' || compiler.llvm >= program.oldestClang));
}

export interface Setting { readonly compiler: Compiler; readonly level: Level; readonly debug: boolean }

/** Compiles source number `index` to text. */
export function compileToText(program: Program, index: number, { compiler, level, debug }: Setting, to: string): void {
  const source = program.sources[index] ?? '';
  const options = [`-${level}`, ...(debug ? ['-g'] : []), '-S', '-emit-llvm', source, '-o', to];
  switch (compiler.kind) {
    case 'clang': must(clang(compiler, program), ['-w', standard(program), ...program.flags, ...options]); break;
    case 'flang': must(`flang-${compiler.llvm}`, ['-J', dirname(to), ...options]); break;
    case 'rustc': must('rustc', [...rustFlags(level, debug), '--emit=llvm-ir', source, '-o', to]); break;
  }
}

/** Builds a program from texts. `isOurs`: the text has opaque pointers, of which LLVM 14 has to be told. */
export function buildFromTexts(program: Program, texts: readonly string[], { compiler, level, debug }: Setting, isOurs: boolean, folder: string): string {
  const to = join(folder, 'program');
  // Some passes of LLVM 14 crash on opaque pointers (LoopAccessAnalysis asks for what they point to), hence no passes.
  const opaque = isOurs && compiler.llvm === 14 ? ['-mllvm', '-opaque-pointers', '-Xclang', '-disable-llvm-passes'] : [];
  const objects = texts.map((text, index) => {
    const object = join(folder, `${index}.o`);
    must(`clang-${compiler.llvm}`, ['-w', `-${level}`, ...opaque, '-fPIC', ...machineFlags(program), '-c', text, '-o', object]);
    return object;
  });
  switch (compiler.kind) {
    case 'clang': must(clang(compiler, program), [...objects, ...linkFlags(program), '-lm', '-o', to]); break;
    case 'flang': must(`flang-${compiler.llvm}`, [...objects, '-o', to]); break;
    case 'rustc': linkRust(program, objects, level, debug, folder, to); break;
  }
  return to;
}

/** Has this LLVM read and verify the text. Returns the bitcode. */
export function assemble(compiler: Compiler, text: string, folder: string): string {
  const bitcode = join(folder, `${basename(text)}.bc`);
  must(`llvm-as-${compiler.llvm}`, [...opaquePointers(compiler), text, '-o', bitcode]);
  return bitcode;
}

/** The text that this LLVM writes for bitcode. */
export function disassemble(compiler: Compiler, bitcode: string): string {
  const written = `${bitcode}.ll`;
  must(`llvm-dis-${compiler.llvm}`, [...opaquePointers(compiler), bitcode, '-o', written]);
  return readFileSync(written, 'latin1');
}

function opaquePointers(compiler: Compiler): string[] { return compiler.llvm === 14 ? ['-opaque-pointers'] : []; }

export interface Behaviour { readonly status: number | null; readonly signal: string | null; readonly output: string }

export function behaviourOf(program: string): Behaviour {
  const { status, signal, stdout } = spawnSync(program, [], { encoding: 'latin1', timeout: 60_000, maxBuffer: 1 << 26 });
  return { status, signal, output: stdout };
}

export class CommandFailed extends Error {}

function must(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  const { status, signal, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8', timeout: 600_000, maxBuffer: 1 << 26, env: { ...process.env, ...environment },
  });
  if (error) throw new CommandFailed(`${command}: ${error.message}`);
  if (status === 0) return;
  throw new CommandFailed(`${command} ${args.join(' ')}\n${signal ?? `status ${status}`}: ${stderr.slice(0, 2000)}`);
}

function clang(compiler: Compiler, program: Program): string {
  return `${program.language === 'cpp' ? 'clang++' : 'clang'}-${compiler.llvm}`;
}

function standard(program: Program): string {
  if (program.flags.some((flag) => flag.startsWith('-std='))) return '-w'; // given in the file
  return program.language === 'cpp' ? '-std=c++17' : '-std=gnu11';
}

/** What the back end has to know again. */
function machineFlags(program: Program): string[] { return program.flags.filter((flag) => flag.startsWith('-m')); }
function linkFlags(program: Program): string[] { return program.flags.filter((flag) => flag === '-pthread'); }

function rustFlags(level: Level, debug: boolean): string[] {
  return ['--edition=2021', '-C', 'codegen-units=1', '-C', `opt-level=${level.slice(1)}`, '-C', `debuginfo=${debug ? 2 : 0}`];
}

/** Has rustc link as always, and puts our object in the place of the one it made from the same source. */
function linkRust(program: Program, objects: readonly string[], level: Level, debug: boolean, folder: string, to: string): void {
  const linker = join(folder, 'linker.sh');
  writeFileSync(linker, [
    '#!/bin/sh',
    'for argument; do', '  shift',
    '  case $argument in', '    *-cgu.0.rcgu.o) set -- "$@" "$ROUNDTRIP_OBJECT" ;;', '    *) set -- "$@" "$argument" ;;', '  esac',
    'done', 'touch "$ROUNDTRIP_OBJECT.linked"', 'exec cc "$@"', '',
  ].join('\n'));
  chmodSync(linker, 0o755);
  const [object = ''] = objects;
  must('rustc', [...rustFlags(level, debug), '-C', `linker=${linker}`, program.sources[0] ?? '', '-o', to], { ROUNDTRIP_OBJECT: object });
  if (!existsSync(`${object}.linked`)) throw new CommandFailed('rustc did not call the linker');
}
